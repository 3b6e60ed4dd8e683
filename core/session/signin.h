#pragma once

#include "core/session/authapi.h"
#include "core/session/signinrequest.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lanyard {

/// A session that the service has confirmed by returning its user.
struct SignedIn
{
    Credential credential;
    User user;
    std::optional<QDateTime> expiresAt;
};

/// Authenticates @p request to the service of @p api: with a password, login and then the user; with an API key, the
/// user only, so that a key is known to work before it is saved. One attempt, never repeated: services lock out after a
/// few failures.
/// Ends with @p api. @p unused receives a session that was started but not confirmed, to be ended.
[[nodiscard]] Pending<SignedIn> signInTo(AuthApi &api, const Origin &origin, const SignInRequest &request,
                                         const std::function<void(const Credential &)> &unused);

} // namespace lanyard
