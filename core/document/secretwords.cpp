#include "core/document/secretwords.h"

#include "core/document/nameletters.h"

#include <algorithm>
#include <array>
#include <span>

namespace lanyard {

namespace {

// Without spaces, punctuation, case and accents (see plainLetter()), at the beginning or at the end of a word or of
// several: "dbpassword", "Passwortfeld", "Pass phrase". In the middle it is but a part of other words.
constexpr auto secretParts = std::to_array<QStringView>({
    u"password",
    u"passwd",
    u"passphrase",
    u"passcode",
    u"credential",
    u"apikey",
    u"privatekey",
    u"sshkey",
    u"hmackey",
    u"accountkey",
    u"webhookkey",
    u"licensekey",
    u"licencekey",
    u"productkey",
    u"activationkey",
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
    u"geheimnis",
    u"geheimcode",
    u"geheimwort",
    u"geheimzahl",
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
// As those, but the beginnings of ordinary words: "Secretary", "Tokenizer". Behind them stands an ending of wordEnds.
constexpr auto secretStems = std::to_array<QStringView>({u"secret", u"token"});
constexpr auto wordEnds = std::to_array<QStringView>({
    u"s",    u"es",    u"e",     u"en",     u"er",     u"ern",    u"o",    u"a",    u"os",   u"as",
    u"y",    u"u",     u"em",    u"et",     u"ow",     u"id",     u"ids",  u"key",  u"keys", u"value",
    u"hash", u"text",  u"data",  u"code",   u"phrase", u"string", u"auth", u"file", u"name", u"field",
    u"enc",  u"plain", u"param", u"header", u"old",    u"new",    u"raw",  u"hex",  u"json", u"encrypted",
});
// What begins or ends as a secret does, and is none.
constexpr auto harmlessWords = std::to_array<QStringView>(
    {u"parolacc", u"parolai", u"hetparool", u"adgangsordning", u"passwordless", u"possession", u"obsession"});
// Only as separate words: "compass", "opinion", "messages log", "spin code", "if requested".
constexpr auto secretWords =
    std::to_array<QStringView>({u"pwd", u"pw", u"psw", u"pincode", u"psk", u"bearer", u"otp", u"totp", u"jwt", u"dsn",
                                u"senha", u"heslo", u"geslo", u"passord", u"sifre"});
// Of separate words with another meaning, what speaks of that one before or behind them.
constexpr auto beforePass = std::to_array<QStringView>(
    {u"boarding", u"bus",     u"train",    u"rail",   u"travel", u"ski",     u"lift",  u"day",       u"week", u"weekly",
     u"month",    u"monthly", u"annual",   u"season", u"guest",  u"visitor", u"press", u"backstage", u"hall", u"museum",
     u"festival", u"parking", u"mountain", u"band",   u"high",   u"low",     u"first", u"second"});
constexpr auto beforePin = std::to_array<QStringView>({u"map", u"drawing", u"bowling", u"lapel", u"safety", u"gpio"});
constexpr auto behindPin = std::to_array<QStringView>(
    {u"code", u"codes", u"number", u"value", u"hash", u"sha", u"for", u"of", u"old", u"new", u"enc", u"encrypted"});
// Of a second factor, or of a wallet; not "random seed".
constexpr auto beforeSeed =
    std::to_array<QStringView>({u"fa", u"tfa", u"mfa", u"hotp", u"factor", u"auth", u"authenticator", u"authentication",
                                u"wallet", u"recovery", u"secret"});
constexpr auto behindSas = std::to_array<QStringView>({u"institute", u"viya", u"studio", u"airlines", u"group"});

// Only as the whole name, apart from digits and signs: "Cookie lifetime", "Authorization mode", "Salt Lake City".
constexpr auto secretNames = std::to_array<QStringView>(
    {u"authorization", u"authorizationheader", u"proxyauthorization", u"cookie", u"cookies", u"setcookie",
     u"cookieheader", u"authcookie", u"sessioncookie", u"hmac", u"salt", u"hashsalt", u"sid"});
// Only at the end: "session idle time".
constexpr auto secretEnds = std::to_array<QStringView>({u"sessionid", u"sessid"});

bool isOneOf(std::span<const QStringView> words, QStringView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// What is no secret, but says something of one: hasPassword, passwordChangedAt, token_count. Only of a name that a
// program has, for "SMTP password, changed" is a password.
constexpr auto beforeFact = std::to_array<QStringView>({u"has", u"is", u"was"});
constexpr auto behindFact = std::to_array<QStringView>(
    {u"count",   u"changed", u"expires",  u"expiry",  u"expired",  u"expiration", u"lifetime",
     u"ttl",     u"age",     u"days",     u"length",  u"required", u"enabled",    u"disabled",
     u"updated", u"created", u"modified", u"rotated", u"attempts", u"policy",     u"strength"});
constexpr auto factsAt = std::to_array<QStringView>(
    {u"changed", u"expires", u"expired", u"updated", u"created", u"modified", u"rotated", u"issued", u"used", u"set"});

bool isAboutSecret(const QString &text, const NameLetters &name)
{
    const auto isOfProgram = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"_-.").contains(c); };
    const qsizetype last = name.starts.size() - 1;
    if (last < 1 || !std::all_of(text.begin(), text.end(), isOfProgram))
        return false;
    return isOneOf(beforeFact, name.word(0)) || isOneOf(behindFact, name.word(last)) ||
           (name.word(last) == u"at" && isOneOf(factsAt, name.word(last - 1)));
}

bool isSecretWord(const NameLetters &name, qsizetype n)
{
    const QStringView word = name.word(n);
    if (word == u"pass")
        return !isOneOf(beforePass, name.word(n - 1));
    if (word == u"sas")
        return !isOneOf(behindSas, name.word(n + 1));
    if (word == u"seed")
        return isOneOf(beforeSeed, name.word(n - 1));
    if (word == u"pin") {
        const QStringView next = name.word(n + 1);
        return !isOneOf(beforePin, name.word(n - 1)) && (next.isEmpty() || isOneOf(behindPin, next));
    }
    return isOneOf(secretWords, word);
}

// Other scripts have no spaces between words, or other endings.
bool isSecretAt(const NameLetters &name, qsizetype at, QStringView part, bool isStem)
{
    constexpr char16_t latinEnd = 0x250;
    if (part.front().unicode() >= latinEnd)
        return true;
    const qsizetype first = name.wordAt(at);
    const qsizetype last = name.wordAt(at + part.size() - 1);
    const QStringView rest = QStringView(name.all).first(name.endOf(last)).sliced(at + part.size());
    if (isStem && first != last)
        return false;
    return rest.isEmpty() || isOneOf(wordEnds, rest) || (!isStem && name.starts.at(first) == at);
}

// One pass for all of them: it is asked of every setting and member of a document.
bool containsSecret(const NameLetters &name)
{
    for (qsizetype at = 0; at < name.all.size(); ++at) {
        const QStringView text = QStringView(name.all).sliced(at);
        const auto isHere = [&](QStringView part, bool isStem) {
            return text.front() == part.front() && text.startsWith(part) && isSecretAt(name, at, part, isStem);
        };
        if (std::any_of(secretParts.begin(), secretParts.end(),
                        [&](QStringView part) { return isHere(part, false); }) ||
            std::any_of(secretStems.begin(), secretStems.end(), [&](QStringView stem) { return isHere(stem, true); }))
            return true;
    }
    return false;
}

} // namespace

bool speaksOfSecret(const QString &text)
{
    NameLetters name(text);
    if (isAboutSecret(text, name))
        return false;
    for (qsizetype n = 0; n < name.starts.size(); ++n) {
        if (isSecretWord(name, n))
            return true;
    }
    const auto speaks = [&name] {
        return isOneOf(secretNames, name.all) ||
               std::any_of(secretEnds.begin(), secretEnds.end(),
                           [&name](QStringView end) { return name.all.endsWith(end); }) ||
               containsSecret(name);
    };
    if (!speaks())
        return false;
    for (const QStringView harmless : harmlessWords)
        name.all.replace(harmless.toString(), QString(harmless.size(), u' '));
    return speaks();
}

} // namespace lanyard
