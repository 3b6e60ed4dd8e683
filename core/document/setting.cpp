#include "core/document/setting.h"

#include "core/document/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct BooleanForm
{
    QLatin1StringView yes;
    QLatin1StringView no;
};

constexpr std::array booleanForms{BooleanForm{"true"_L1, "false"_L1}, BooleanForm{"1"_L1, "0"_L1},
                                  BooleanForm{"yes"_L1, "no"_L1},     BooleanForm{"on"_L1, "off"_L1},
                                  BooleanForm{"y"_L1, "n"_L1},        BooleanForm{"t"_L1, "f"_L1}};

// Anywhere in a name without spaces and punctuation.
constexpr std::array<QStringView, 30> secretParts{u"password",
                                                  u"passwd",
                                                  u"passphrase",
                                                  u"passcode",
                                                  u"secret",
                                                  u"token",
                                                  u"credential",
                                                  u"apikey",
                                                  u"privatekey",
                                                  u"accesskey",
                                                  u"sharedkey",
                                                  u"signingkey",
                                                  u"masterkey",
                                                  u"encryptionkey",
                                                  u"connectionstring",
                                                  u"passwort",
                                                  u"kennwort",
                                                  u"motdepasse",
                                                  u"contrase\u00F1a",
                                                  u"contrasena",
                                                  u"wachtwoord",
                                                  u"l\u00F6senord",
                                                  u"has\u0142o",
                                                  u"\u043F\u0430\u0440\u043E\u043B", // Russian, up to the ending
                                                  u"\u5BC6\u7801",
                                                  u"\u5BC6\u78BC",
                                                  u"\u30D1\u30B9\u30EF\u30FC\u30C9",
                                                  u"\uBE44\uBC00\uBC88\uD638",
                                                  u"parola",
                                                  u"salasana"};
// Only as separate words: "compass", "opinion".
constexpr std::array<QStringView, 8> secretWords{u"pass", u"pwd", u"pin", u"psk", u"sas", u"bearer", u"otp", u"senha"};

bool beginsWord(const QString &name, qsizetype i)
{
    if (i == 0 || !name.at(i).isUpper())
        return i == 0;
    const bool endsAbbreviation = name.at(i - 1).isUpper() && i + 1 < name.size() && name.at(i + 1).isLower();
    return !name.at(i - 1).isUpper() || endsAbbreviation;
}

// SmtpPwd, smtp_pwd, SMTP pwd, "api key", api-key.
bool speaksOfSecret(const QString &name)
{
    QString joined;
    QString word;
    bool isWord = false;
    const auto endWord = [&] {
        isWord = isWord || std::find(secretWords.begin(), secretWords.end(), word) != secretWords.end();
        word.clear();
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!name.at(i).isLetter() || beginsWord(name, i))
            endWord();
        if (name.at(i).isLetter()) {
            word += name.at(i).toLower();
            joined += name.at(i).toLower();
        }
    }
    endWord();
    return isWord || std::any_of(secretParts.begin(), secretParts.end(),
                                 [&joined](QStringView part) { return joined.contains(part); });
}

QString inCaseOf(const QString &before, QString text)
{
    if (!before.isEmpty() && before == before.toUpper())
        return text.toUpper();
    if (!before.isEmpty() && before.at(0).isUpper())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

QString Setting::id() const
{
    return jsonText(m_object.value("id"_L1));
}

QString Setting::category() const
{
    return jsonText(m_object.value("category"_L1));
}

QString Setting::group() const
{
    return jsonText(m_object.value("group"_L1));
}

QString Setting::name() const
{
    return jsonText(m_object.value("name"_L1));
}

QString Setting::description() const
{
    return jsonText(m_object.value("description"_L1));
}

QString Setting::value() const
{
    return jsonText(m_object.value("value"_L1));
}

QString Setting::typeName() const
{
    return jsonText(m_object.value("type"_L1));
}

bool Setting::isLocked() const
{
    return jsonBoolean(m_object.value("readOnly"_L1)).value_or(true);
}

bool Setting::readOnly() const
{
    const QJsonValue value = m_object.value("value"_L1);
    return isLocked() || id().isEmpty() || !(value.isString() || isJsonNothing(value));
}

QString Setting::fullName() const
{
    const QStringList parts{category(), group(), name()};
    const QString lines = parts.join(u'\n');
    // With a line break in a part, the lines would be those of another setting too. JSON has no line breaks.
    return lines.count(u'\n') == parts.size() - 1
               ? lines
               : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(parts)).toJson(QJsonDocument::Compact));
}

bool Setting::looksSecret() const
{
    constexpr qsizetype longest = 1000; // a name of several megabytes is not a name
    return speaksOfSecret(name().left(longest)) || speaksOfSecret(typeName().left(longest));
}

std::optional<bool> readSettingBoolean(const QString &text)
{
    const QString plain = text.trimmed();
    for (const BooleanForm &form : booleanForms) {
        if (plain.compare(form.yes, Qt::CaseInsensitive) == 0)
            return true;
        if (plain.compare(form.no, Qt::CaseInsensitive) == 0)
            return false;
    }
    return std::nullopt;
}

QString writeSettingBoolean(bool value, const QString &before)
{
    const QString old = before.trimmed();
    for (const BooleanForm &form : booleanForms) {
        if (old.compare(form.yes, Qt::CaseInsensitive) == 0 || old.compare(form.no, Qt::CaseInsensitive) == 0)
            return inCaseOf(old, value ? form.yes : form.no);
    }
    return value ? u"true"_s : u"false"_s;
}

} // namespace lanyard
QStringList partsOfFullName(const QString &fullName)
{
    if (fullName.contains(u'\n'))
        return fullName.split(u'\n');
    return QJsonDocument::fromJson(fullName.toUtf8()).toVariant().toStringList();
}

