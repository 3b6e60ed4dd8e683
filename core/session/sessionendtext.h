#pragma once

#include <QString>

namespace lanyard {

struct SavedAccount;

/// What signing in again is good for.
enum class AfterSignIn { Unsaid, Continue, Save };

/// That the session of @p account has ended: one that was signed in to with an API key ends when the service no longer
/// accepts that.
[[nodiscard]] QString sessionEndText(const SavedAccount &account, AfterSignIn next = AfterSignIn::Unsaid);

} // namespace lanyard
