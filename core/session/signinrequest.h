#pragma once

#include "core/http/credential.h"

namespace lanyard {

/// What the person entered to sign in.
struct SignInRequest
{
    QString server;   ///< as typed
    QString userName; ///< for a password
    Secret secret;    ///< the password, or the API key
    Credential::Kind kind = Credential::Kind::Token;
    bool keep = true;            ///< put the token or key into the keychain
    bool allowPlainHttp = false; ///< the person said yes to an unencrypted connection
};

} // namespace lanyard
