#pragma once

#include "core/http/credential.h"

namespace lanyard {

/// What the user entered to sign in.
struct SignInRequest
{
    QString server;   ///< as typed
    QString userName; ///< for a password
    Secret secret;    ///< the password, or the API key
    Credential::Kind kind = Credential::Kind::Token;
    bool keep = true;            ///< save the token or key in the keychain
    bool allowPlainHttp = false; ///< the user agreed to an unencrypted connection
};

} // namespace lanyard
