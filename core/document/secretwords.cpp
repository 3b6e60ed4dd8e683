#include "core/document/secretwords.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

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
    u"sshkey",
    u"hmackey",
    u"accountkey",
    u"webhookkey",
    u"accesssignature",
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
    u"securityanswer",
    u"sicherheitsantwort",
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
// Words that begin as one of these, and speak of no secret.
constexpr auto harmlessWords =
    std::to_array<QStringView>({u"secretary", u"secretaries", u"secretaria", u"secretario", u"secretaire", u"secretion",
                                u"secretive", u"secretly", u"tokenize", u"tokeniza", u"tokenise", u"tokenisa"});
// Only as separate words: "compass", "opinion", "messages log", "spin code", "if requested".
constexpr auto secretWords =
    std::to_array<QStringView>({u"pass", u"pwd", u"pw", u"psw", u"pin", u"pincode", u"psk", u"sas", u"bearer", u"otp",
                                u"totp", u"jwt", u"dsn", u"senha", u"heslo", u"geslo", u"passord", u"sifre"});

// Only as the whole name, apart from digits and signs: "Cookie lifetime", "Authorization mode", "Salt Lake City".
constexpr auto secretNames = std::to_array<QStringView>(
    {u"authorization", u"authorizationheader", u"proxyauthorization", u"cookie", u"cookies", u"setcookie",
     u"cookieheader", u"authcookie", u"sessioncookie", u"hmac", u"salt", u"hashsalt", u"sid"});
// Only at the end: "session idle time".
constexpr auto secretEnds = std::to_array<QStringView>({u"sessionid", u"sessid"});

// At the end of a heading: what stands under "Passwords" or "Access tokens" is each one of them. Under "Password
// policy" or "Password" it need not be.
constexpr auto secretPlurals = std::to_array<QStringView>({
    u"passwords",   u"passphrases", u"passcodes",    u"secrets",     u"tokens",         u"credentials",
    u"apikeys",     u"accesskeys",  u"privatekeys",  u"signingkeys", u"encryptionkeys", u"recoverycodes",
    u"backupcodes", u"passworter",  u"kennworter",   u"geheimnisse", u"zugangsdaten",   u"motsdepasse",
    u"contrasenas", u"senhas",      u"credenciales", u"credenciais", u"credenziali",    u"wachtwoorden",
});

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

// One pass for all of them: it is asked of every setting and member of a document.
bool containsOneOf(QStringView text, std::span<const QStringView> parts)
{
    for (; !text.isEmpty(); text = text.mid(1)) {
        for (const QStringView part : parts) {
            if (text.front() == part.front() && text.startsWith(part))
                return true;
        }
    }
    return false;
}

constexpr qsizetype LongestReadName = 1000; // one of several megabytes is not a name

} // namespace

// SmtpPwd, smtp_pwd, SMTP pwd, "api key", api-key.
bool speaksOfSecret(const QString &text)
{
    const QString name = oneForm(text.left(LongestReadName));
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
    if (containsOneOf(joined, harmlessWords)) {
        for (const QStringView harmless : harmlessWords)
            joined.replace(harmless.toString(), u" "_s);
    }
    return isWord || std::find(secretNames.begin(), secretNames.end(), joined) != secretNames.end() ||
           std::any_of(secretEnds.begin(), secretEnds.end(),
                       [&joined](QStringView end) { return joined.endsWith(end); }) ||
           containsOneOf(joined, secretParts);
}

bool isHeadingOfSecrets(const QString &text)
{
    QString joined;
    for (const QString name = oneForm(text.left(LongestReadName)); const QChar c : name) {
        if (c.isLetter())
            joined += plainLetter(c);
    }
    return std::any_of(secretPlurals.begin(), secretPlurals.end(),
                       [&joined](QStringView end) { return joined.endsWith(end); });
}

} // namespace lanyard
