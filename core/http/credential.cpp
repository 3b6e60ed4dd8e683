#include "core/http/credential.h"

#include <algorithm>

namespace lanyard {

namespace {

constexpr qsizetype SizeLimit = 8 * 1024;

bool isPrintable(char c)
{
    return c > 0x20 && c < 0x7F;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~' || c == '+' || c == '/';
}

bool isToken(QByteArrayView bytes)
{
    while (bytes.endsWith('='))
        bytes.chop(1);
    return !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), isTokenCharacter);
}

} // namespace

Result<Credential> Credential::make(Kind kind, const Origin &origin, const Secret &secret)
{
    const QByteArrayView bytes = secret.expose();
    const bool usable = !bytes.isEmpty() && bytes.size() <= SizeLimit &&
                        (kind == Kind::Token ? isToken(bytes) : std::all_of(bytes.begin(), bytes.end(), isPrintable));
    if (!usable)
        return errorOf(Error::Kind::UnusableCredential);
    Credential credential;
    credential.m_kind = kind;
    credential.m_origin = origin;
    credential.m_secret = secret;
    return credential;
}

} // namespace lanyard
