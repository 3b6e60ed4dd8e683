#include "core/http/challenge.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// In its usual spelling; empty for Bearer, and for the names that services give to their own API-key schemes
// ("ApiKey").
QString foreignScheme(const QString &scheme)
{
    static constexpr std::array foreign{"Basic"_L1,
                                        "Negotiate"_L1,
                                        "NTLM"_L1,
                                        "Digest"_L1,
                                        "Kerberos"_L1,
                                        "Nego2"_L1,
                                        "Passport1.4"_L1,
                                        "SAML"_L1,
                                        "Key"_L1,
                                        "HMAC"_L1,
                                        "LDAP"_L1, // Kong's
                                        "AzureApiManagementKey"_L1,
                                        "AWS4-HMAC-SHA256"_L1,
                                        "PrivateToken"_L1,
                                        "xBasic"_L1,
                                        "FormBased"_L1,
                                        "Cookie"_L1,
                                        "SCRAM-SHA-1"_L1,
                                        "SCRAM-SHA-256"_L1,
                                        "Mutual"_L1,
                                        "Hawk"_L1};
    const auto found = std::find_if(foreign.begin(), foreign.end(), [&scheme](QLatin1StringView name) {
        return name.compare(scheme, Qt::CaseInsensitive) == 0;
    });
    return found == foreign.end() ? QString() : QString(*found);
}

bool isSchemeCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

} // namespace

// Challenges and their parameters are both separated by commas (RFC 9110 section 11.6.1): a name followed by "=" is a
// parameter, and quoted strings are skipped.
QStringList challengeSchemes(const QByteArray &whole)
{
    constexpr qsizetype longest = 16 * 1024; // whatever comes after as many schemes
    const QByteArrayView header = QByteArrayView(whole).first(std::min(whole.size(), longest));
    QStringList schemes;
    bool inQuotes = false;
    bool atStart = true; // of a challenge or a parameter
    for (qsizetype i = 0; i < header.size(); ++i) {
        const char c = header.at(i);
        if (c == '"' && (i == 0 || header.at(i - 1) != '\\'))
            inQuotes = !inQuotes;
        if (inQuotes || c == ' ' || c == '\t' || c == ',' || c == '\n') {
            atStart = atStart || (!inQuotes && (c == ',' || c == '\n'));
            continue;
        }
        if (!std::exchange(atStart, false))
            continue;
        const qsizetype start = i;
        while (i < header.size() && isSchemeCharacter(header.at(i)))
            ++i;
        const QByteArrayView word = header.sliced(start, i - start);
        qsizetype next = i;
        while (next < header.size() && (header.at(next) == ' ' || header.at(next) == '\t'))
            ++next;
        --i;
        if (word.isEmpty() || (next < header.size() && header.at(next) == '='))
            continue;
        schemes << QString::fromLatin1(word);
    }
    return schemes;
}

Challenge readChallenge(const QByteArray &header)
{
    Challenge challenge;
    for (const QString &scheme : challengeSchemes(header)) {
        const QString foreign = foreignScheme(scheme);
        if (foreign.isEmpty())
            challenge.isServices = true;
        else if (challenge.foreign.isEmpty())
            challenge.foreign = foreign;
    }
    return challenge;
}

} // namespace lanyard
