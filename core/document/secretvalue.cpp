#include "core/document/secretvalue.h"

#include "core/document/secretwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr QStringView mask = u"•••";

// Of what withoutHalves() gives: a check of all of it at each match would take the square of the time.
constexpr auto Checked = QRegularExpression::DontCheckSubjectStringMatchOption;

// With U+FFFD for each half of a character: what is no Unicode matches nothing.
QString withoutHalves(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

// Replaces what the group "secret" of @p form captures.
QString masked(const QString &text, const QRegularExpression &form)
{
    QString clean;
    qsizetype kept = 0; // from here on the text is not in the result yet
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype begin = match.capturedStart(u"secret");
        clean += QStringView(text).sliced(kept, begin - kept);
        clean += mask;
        kept = match.capturedEnd(u"secret");
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

// A name in JSON may be written with escapes.
QString unescaped(const QString &name)
{
    return name.contains(u'\\')
               ? QJsonDocument::fromJson(QString("[\""_L1 + name + "\"]"_L1).toUtf8()).array().at(0).toString()
               : name;
}

// Replaces what @p value matches directly behind a @p name that speaks of a secret. What stands behind another name may
// hold such names itself. What is too deep to be read is a secret to its end.
QString maskedBehind(const QRegularExpression &name, const QRegularExpression &value, const QString &text,
                     QStringView replacement)
{
    QString clean;
    qsizetype kept = 0;
    for (auto found = name.match(text, 0, QRegularExpression::NormalMatch, Checked); found.hasMatch();) {
        qsizetype next = found.capturedEnd(u"name");
        if (speaksOfSecret(unescaped(found.captured(u"name")))) {
            const qsizetype begin = found.capturedEnd();
            const auto secret = value.match(text, begin, QRegularExpression::NormalMatch,
                                            Checked | QRegularExpression::AnchorAtOffsetMatchOption);
            const qsizetype end = secret.hasMatch() ? secret.capturedEnd() : text.size();
            if (end > begin) {
                clean += QStringView(text).sliced(kept, begin - kept);
                clean += replacement;
                kept = next = end;
            }
        }
        found = name.match(text, next, QRegularExpression::NormalMatch, Checked);
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

QString withoutPrivateKeys(const QString &text)
{
    static const QRegularExpression form(
        u"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?<secret>.+?)(?:-----END|\\z)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return text.contains("-----BEGIN"_L1) ? masked(text, form) : text;
}

// What stands behind the last @ before the path is the host.
QString withoutPasswordsInAddresses(const QString &text)
{
    static const QRegularExpression form(
        u"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s/?#:@\"']*:(?<secret>[^\\s/?#\"']+)@"_s);
    return text.contains("://"_L1) ? masked(text, form) : text;
}

// Whatever the member is, except that null, true and false and the empty text tell nothing. The end may be cut off.
QString withoutSecretMembers(const QString &text)
{
    static const QRegularExpression name(
        u"\"(?<name>(?:[^\"\\\\]|\\\\.){1,200})\"\\s*:\\s*+(?!\"\"|(?:null|true|false)\\b)"_s);
    static const QRegularExpression value(u"(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z)|"
                                          "(?<tree>[\\[{](?:[^\\[\\]{}\"]|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z)|"
                                          "(?&tree))*+(?:[\\]}]|\\z))|"
                                          "[^\\s,\\]}]*)"_s);
    return text.contains(u':') ? maskedBehind(name, value, text, u"\"•••\"") : text;
}

// `name=value` separated by semicolons, else by & or spaces; a value with the separators in it is quoted or in braces.
QString withoutSecretPairs(const QString &text)
{
    static const QRegularExpression name(u"(?<name>[\\p{L}\\p{N}_.\\- ]{1,60})\\s*=(?!=)[^\\S\\n]*"_s);
    static const QRegularExpression ofList(u"(?:\"[^\"]*\"?|'[^']*'?|\\{[^}]*\\}?|[^;\\n\"]*)"_s);
    static const QRegularExpression ofWords(u"(?:\"[^\"]*\"?|'[^']*'?|"
                                            "(?:[^&\\s\"]+(?:[^\\S\\n]+(?![\\p{L}\\p{N}_.-]+\\s*=)[^&\\s\"]+)*)?)"_s);
    if (!text.contains(u'='))
        return text;
    return maskedBehind(name, text.contains(u';') ? ofList : ofWords, text, mask);
}

} // namespace

QString withoutSecretValues(const QString &value)
{
    const QString text = withoutHalves(value);
    const QString clean =
        withoutSecretPairs(withoutSecretMembers(withoutPasswordsInAddresses(withoutPrivateKeys(text))));
    return clean == text ? value : clean;
}

bool holdsSecretValue(const QString &value)
{
    return withoutSecretValues(value) != value;
}

} // namespace lanyard
