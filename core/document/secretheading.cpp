#include "core/document/secretheading.h"

#include "core/document/nameletters.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// At the end: what stands under "Passwords" or "API keys" is each one of them. Under "Password policy" or "Password" it
// need not be.
constexpr auto secretPlurals = std::to_array<QStringView>({
    u"passwords",         u"passphrases",   u"passcodes",      u"credentials", u"apikeys",    u"accesskeys",
    u"privatekeys",       u"signingkeys",   u"encryptionkeys", u"sharedkeys",  u"masterkeys", u"sshkeys",
    u"connectionstrings", u"recoverycodes", u"recoverykeys",   u"backupcodes", u"passworter", u"kennworter",
    u"geheimnisse",       u"zugangsdaten",  u"motsdepasse",    u"contrasenas", u"senhas",     u"credenciales",
    u"credenciais",       u"credenziali",   u"wachtwoorden",
});
// Alone, or behind a word of access: beer tokens, design tokens and trade secrets are others.
constexpr auto ordinaryPlurals = std::to_array<QStringView>({u"tokens", u"secrets"});
constexpr auto accessWords = std::to_array<QStringView>({
    u"access", u"account",  u"api",     u"app",     u"application", u"auth",     u"authentication", u"authorization",
    u"bearer", u"bot",      u"client",  u"csrf",    u"deploy",      u"device",   u"github",         u"gitlab",
    u"id",     u"identity", u"jwt",     u"login",   u"oauth",       u"personal", u"push",           u"refresh",
    u"sas",    u"saved",    u"service", u"session", u"shared",      u"signing",  u"stored",         u"user",
    u"vault",  u"web",      u"webhook", u"zugangs", u"zugriffs",
});
// Kept together with them.
constexpr auto besideSecrets =
    std::to_array<QStringView>({u"keys", u"codes", u"pins", u"passkeys", u"certificates", u"logins", u"usernames"});

bool areOrdinarySecrets(const NameLetters &heading, QStringView plural)
{
    if (!heading.all.endsWith(plural))
        return false;
    const qsizetype last = heading.starts.size() - 1;
    const QStringView word = heading.word(last);
    if (!word.endsWith(plural))
        return false;
    const QStringView before = word == plural ? heading.word(last - 1) : word.chopped(plural.size());
    return before.isEmpty() || std::find(accessWords.begin(), accessWords.end(), before) != accessWords.end();
}

bool areSecrets(const NameLetters &heading)
{
    const auto isEnd = [&heading](QStringView end) { return heading.all.endsWith(end); };
    return std::any_of(secretPlurals.begin(), secretPlurals.end(), isEnd) ||
           std::any_of(ordinaryPlurals.begin(), ordinaryPlurals.end(),
                       [&heading](QStringView plural) { return areOrdinarySecrets(heading, plural); });
}

// Somewhere in it: what most headings have not, which need no closer look. It is asked of every setting.
bool holdsPlural(const QString &heading)
{
    const QString letters = NameLetters(heading).all;
    for (QStringView text(letters); !text.isEmpty(); text = text.sliced(1)) {
        const auto isHere = [text](QStringView plural) {
            return text.front() == plural.front() && text.startsWith(plural);
        };
        if (std::any_of(secretPlurals.begin(), secretPlurals.end(), isHere) ||
            std::any_of(ordinaryPlurals.begin(), ordinaryPlurals.end(), isHere))
            return true;
    }
    return false;
}

// "Passwords and keys", but not "Passwords and security".
bool isListOfSecrets(const QString &heading)
{
    static const QRegularExpression conjunction(
        u"\\s(?i:and|or|und|oder|et|ou|y|e|o|i|en|of|og|och)\\s|(?<=\\p{Ll})And(?=\\p{Lu})|[&+,;]"_s);
    bool hasSecrets = false;
    for (const QStringList parts = heading.split(conjunction, Qt::SkipEmptyParts); const QString &part : parts) {
        const NameLetters letters(part);
        const bool isSecret = areSecrets(letters);
        hasSecrets = hasSecrets || isSecret;
        if (!isSecret && std::find(besideSecrets.begin(), besideSecrets.end(), letters.all) == besideSecrets.end())
            return false;
    }
    return hasSecrets;
}

} // namespace

// Of each part in and outside brackets what stands last: "Staging: passwords (old)".
bool isHeadingOfSecrets(const QString &heading)
{
    if (!holdsPlural(heading))
        return false;
    static const QRegularExpression bracket(u"[()\\[\\]]"_s);
    static const QRegularExpression before(u"\\A.*(?:[:/>|\u2013\u2014]|\\s-\\s)"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    constexpr qsizetype longest = 1000; // one of several megabytes is none
    const QString plain = heading.left(longest).normalized(QString::NormalizationForm_KC).replace(u'_', u' ');
    const QStringList parts = plain.split(bracket, Qt::SkipEmptyParts);
    return std::any_of(parts.begin(), parts.end(), [](QString part) { return isListOfSecrets(part.remove(before)); });
}

} // namespace lanyard
