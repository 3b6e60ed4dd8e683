#pragma once

#include "core/base/pending.h"
#include "core/session/savedaccounts.h"

#include <optional>

namespace lanyard {

class AuthApi;
class SavedSignIns;
class User;

/// The outcome of a sign-out. The local part always succeeds; the rest may fail, which is reported here.
struct SignOutReport
{
    SavedAccount account;
    bool wasApiKey = false;             ///< the service has no session that could be ended
    std::optional<Error> serviceError;  ///< the service was not reached or refused
    std::optional<Error> keychainError; ///< the entry in the keychain still exists
};

/// Ends the session of @p account at the service and removes its entry from the keychain, as @p session, both in
/// parallel, and reports the outcome of each. An empty @p credential: there is no session left to end. Ends with @p
/// api; @p known as for its calls.
[[nodiscard]] Pending<SignOutReport> signOutOf(AuthApi &api, SavedSignIns &keeper, const QObject *session,
                                               const SavedAccount &account, const Credential &credential,
                                               const User &known);

/// One or two sentences: what was done and what was not.
[[nodiscard]] QString signOutText(const SignOutReport &report);

/// What SavedSignIns::notWritten() means for the user.
[[nodiscard]] QString unrecordedText();

} // namespace lanyard
