#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace lanyard {

/// What a sign-out did. It always forgets here; the rest may fail, and then it says so.
struct SignOutReport
{
    QString userName;
    QString server;                     ///< Origin::text()
    bool wasApiKey = false;             ///< there is no session at the service that could be ended
    std::optional<Error> serviceError;  ///< the service was not reached or said no
    bool wasKept = false;               ///< there was an entry in the keychain
    std::optional<Error> keychainError; ///< and it could not be removed
    std::optional<QDateTime> expiresAt; ///< until when the service may accept the old session
};

/// One or two sentences: what was done and what was not.
[[nodiscard]] QString signOutText(const SignOutReport &report);

} // namespace lanyard
