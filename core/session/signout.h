#pragma once

#include "core/base/pending.h"
#include "core/session/savedaccounts.h"

#include <optional>

namespace lanyard {

class AuthApi;
class SavedSignIns;

/// What a sign-out did. It always forgets here; the rest may fail, and then it says so.
struct SignOutReport
{
    SavedAccount account;
    bool wasApiKey = false;             ///< there is no session at the service that could be ended
    std::optional<Error> serviceError;  ///< the service was not reached or said no
    std::optional<Error> keychainError; ///< the entry in the keychain is still there
};

/// Ends the session of @p account at the service and removes its entry from the keychain, both at once, and tells what
/// came of each. An empty @p credential: there is no session to end any more. @p api must live until it has completed.
[[nodiscard]] Pending<SignOutReport> signOutOf(AuthApi &api, SavedSignIns &keeper, const SavedAccount &account,
                                               const Credential &credential, QObject *context);

/// One or two sentences: what was done and what was not.
[[nodiscard]] QString signOutText(const SignOutReport &report);

} // namespace lanyard
