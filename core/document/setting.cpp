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

// Anywhere in a name without spaces, punctuation, case and accents (see plainLetter()).
constexpr auto secretParts = std::to_array<QStringView>({
    u"password",
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
    u"authkey",
    u"authenticationkey",
    u"connectionstring",
    u"recoveryphrase",
    u"recoverycode",
    u"recoverykey",
    u"seedphrase",
    u"backupcode",
    u"mnemonic",
    u"passwort",
    u"kennwort",
    u"motdepasse",
    u"contrasena",
    u"wachtwoord",
    u"losenord",
    u"has\u0142o",
    u"adgangskode",
    u"adgangsord",
    u"kodeord",
    u"lykilor\u00F0",
    u"salasana",
    u"jelszo",
    u"lozinka",
    u"parola",
    u"slaptazodis",
    u"parool",
    u"\u043F\u0430\u0440\u043E\u043B",                               // Russian, up to the ending
    u"\u03C3\u03C5\u03BD\u03B8\u03B7\u03BC\u03B1\u03C4\u03B9\u03BA", // Greek, up to the ending
    u"\u05E1\u05D9\u05E1\u05DE\u05D4",                               // Hebrew
    u"\u0643\u0644\u0645\u0629\u0627\u0644\u0645\u0631\u0648\u0631", // Arabic
    u"\u5BC6\u7801",
    u"\u5BC6\u78BC", // Chinese
    u"\u30D1\u30B9\u30EF\u30FC\u30C9",
    u"\u6697\u8A3C\u756A\u53F7", // Japanese
    u"\uBE44\uBC00\uBC88\uD638",
    u"\uC554\uD638", // Korean
});
// Only as separate words: "compass", "opinion", "messages log", "spin code", "if requested".
constexpr auto secretWords =
    std::to_array<QStringView>({u"pass", u"pwd", u"pw", u"psw", u"pin", u"pincode", u"psk", u"sas", u"bearer", u"otp",
                                u"totp", u"senha", u"heslo", u"geslo", u"passord", u"sifre"});

// One spelling for all that a reader takes for the same: full-width letters, marks written as characters of their own.
QString oneForm(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC);
}

// Without case and, if it is a Latin letter, without its accent, which is often left out. In other scripts a mark makes
// another letter.
QChar plainLetter(QChar c)
{
    if (c.unicode() < 0x80)
        return c.toLower();
    const QString parts = c.decomposition();
    return (!parts.isEmpty() && parts.at(0).unicode() < 0x80 ? parts.at(0) : c).toCaseFolded();
}

bool beginsWord(const QString &name, qsizetype i)
{
    if (i == 0 || !name.at(i).isUpper())
        return i == 0;
    const bool endsAbbreviation = name.at(i - 1).isUpper() && i + 1 < name.size() && name.at(i + 1).isLower();
    return !name.at(i - 1).isUpper() || endsAbbreviation;
}

// SmtpPwd, smtp_pwd, SMTP pwd, "api key", api-key.
bool speaksOfSecret(const QString &text)
{
    const QString name = oneForm(text);
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
            word += plainLetter(name.at(i));
            joined += plainLetter(name.at(i));
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
    const QJsonValue id = m_object.value("id"_L1);
    return id.isString() || id.isDouble() ? jsonText(id) : QString();
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
    return isLocked() || id().isEmpty() || !isTextOrNothing(value);
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

QStringList partsOfFullName(const QString &fullName)
{
    if (fullName.contains(u'\n'))
        return fullName.split(u'\n');
    return QJsonDocument::fromJson(fullName.toUtf8()).toVariant().toStringList();
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
