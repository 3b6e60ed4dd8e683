#include "core/models/keyformats.h"

#include "core/document/apikey.h"
#include "core/models/shellword.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto keyHeader = "x-api-key: "_L1;
constexpr auto userCall = "/v1/auth/user"_L1;
constexpr qsizetype VariableLength = 60;

bool isPrintableAscii(char c)
{
    return c > 0x20 && c < 0x7f;
}

bool isControl(char c)
{
    return (c >= 0 && c < 0x20) || c == 0x7f;
}

bool canHold(KeyFormat format, QByteArrayView value)
{
    switch (format) {
    case KeyFormat::Header:
    case KeyFormat::Curl:
        return std::all_of(value.begin(), value.end(), isPrintableAscii);
    case KeyFormat::EnvLine:
        return std::none_of(value.begin(), value.end(), isControl);
    case KeyFormat::Json:
        break;
    }
    return true;
}

bool needsNoQuotes(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || "_-.,:/@%+="_L1.contains(c));
}

// Readers of .env files know both kinds of quotes, but not the shell's way to write one within its own kind; most of
// them know no other escapes either. A value that only the shell can read is written for the shell.
QString envQuoted(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), needsNoQuotes))
        return text;
    const bool isPlain = std::none_of(text.begin(), text.end(), [](QChar c) { return "\"$`\\!"_L1.contains(c); });
    return text.contains(u'\'') && isPlain ? u'"' + text + u'"' : shellWord(text);
}

QString curlCommand(const QString &server, const QString &value)
{
    const QString url = server + userCall;
    // curl would take brackets for a pattern.
    const bool hasPattern = std::any_of(url.begin(), url.end(), [](QChar c) { return "[]{}"_L1.contains(c); });
    return curlProgram() + (hasPattern ? " --globoff"_L1 : ""_L1) + " --header "_L1 + curlWord(keyHeader + value) +
           u' ' + curlWord(url);
}

QString jsonObjectText(const ApiKey &key, const QString &server, const QString &value)
{
    const QJsonObject object{{u"name"_s, key.name()}, {u"server"_s, server}, {u"key"_s, value}};
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact); // one line: it may go into a terminal
    QString text = QString::fromUtf8(json);
    wipe(json);
    return text;
}

QString formatted(KeyFormat format, const ApiKey &key, const QString &server, const QString &value)
{
    switch (format) {
    case KeyFormat::Header:
        return keyHeader + value;
    case KeyFormat::Curl:
        return curlCommand(server, value);
    case KeyFormat::EnvLine:
        return keyVariable(key.name()) + u'=' + envQuoted(value);
    case KeyFormat::Json:
        break;
    }
    return jsonObjectText(key, server, value);
}

} // namespace

QString keyCopied(KeyFormat format)
{
    static constexpr std::array texts{QT_TRANSLATE_NOOP("KeyFormat", "%1 copied as a request header"),
                                      QT_TRANSLATE_NOOP("KeyFormat", "%1 copied as a curl command"),
                                      QT_TRANSLATE_NOOP("KeyFormat", "%1 copied as a .env line"),
                                      QT_TRANSLATE_NOOP("KeyFormat", "%1 copied as JSON")};
    return QCoreApplication::translate("KeyFormat", texts.at(static_cast<std::size_t>(format)));
}

QString maskedKeyCopied(KeyFormat format)
{
    static constexpr std::array texts{QT_TRANSLATE_NOOP("KeyFormat", "Copied as a request header, without the key"),
                                      QT_TRANSLATE_NOOP("KeyFormat", "Copied as a curl command, without the key"),
                                      QT_TRANSLATE_NOOP("KeyFormat", "Copied as a .env line, without the key"),
                                      QT_TRANSLATE_NOOP("KeyFormat", "Copied as JSON, without the key")};
    return QCoreApplication::translate("KeyFormat", texts.at(static_cast<std::size_t>(format)));
}

QString keyFormatFault(KeyFormat format, const ApiKey &key)
{
    if (canHold(format, key.key().expose()))
        return {};
    return format == KeyFormat::EnvLine
               ? QCoreApplication::translate("KeyFormat",
                                             "This key has characters that a line cannot hold, such as line breaks.")
               : QCoreApplication::translate("KeyFormat", "This key has characters that a request header cannot hold.");
}

Secret keyAs(KeyFormat format, const ApiKey &key, const QString &server)
{
    const Secret secret = key.key();
    if (secret.isEmpty() || !canHold(format, secret.expose()))
        return {};
    QString value = secret.exposeText();
    QString text = formatted(format, key, server, value);
    Secret all = Secret::fromText(text);
    wipe(value);
    wipe(text);
    return all;
}

QString maskedKeyAs(KeyFormat format, const ApiKey &key, const QString &server)
{
    if (key.key().isEmpty())
        return {};
    return formatted(format, key, server, QString(8, u'•')); // no end of it, as the list shows: it goes elsewhere
}

QString keyVariable(const QString &name)
{
    QString variable;
    const QString letters = name.left(4 * VariableLength).normalized(QString::NormalizationForm_KD).toUpper();
    for (const QChar c : letters) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            variable += c;
        else if (!c.isMark() && !variable.isEmpty() && !variable.endsWith(u'_'))
            variable += u'_';
    }
    variable.truncate(VariableLength);
    while (variable.endsWith(u'_'))
        variable.chop(1);
    constexpr auto ending = "API_KEY"_L1;
    if (variable.isEmpty() || variable == ending)
        return ending;
    if (variable.front().isDigit())
        variable.prepend("KEY_"_L1);
    return variable.endsWith("_API_KEY"_L1) ? variable : variable + u'_' + ending;
}

} // namespace lanyard
