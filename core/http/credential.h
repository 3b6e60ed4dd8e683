#pragma once

#include "core/base/secret.h"
#include "core/http/origin.h"

namespace lanyard {

/// What authenticates a request to the service: a session token or an API key, bound to the origin it belongs to.
class Credential
{
public:
    enum class Kind { Token, ApiKey };

    Credential() = default;

    /// Fails (UnusableCredential) unless the secret can go into a header unchanged: 1 byte to 8 KiB; for a token, the
    /// characters of RFC 6750 b64token; for a key, printable ASCII without spaces. (Qt 6.4 would let CR LF through.)
    [[nodiscard]] static Result<Credential> make(Kind kind, const Origin &origin, const Secret &secret);

    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const Origin &origin() const { return m_origin; }
    [[nodiscard]] const Secret &secret() const { return m_secret; }

private:
    Kind m_kind = Kind::Token;
    Origin m_origin;
    Secret m_secret;
};

} // namespace lanyard
