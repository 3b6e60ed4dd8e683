#pragma once

#include "core/http/credential.h"

#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace lanyard {

/// The moment that a JWT names in `exp`; nothing when the token is no JWT or names none. The signature is not looked
/// at: this is for the countdown, the service decides.
[[nodiscard]] std::optional<QDateTime> jwtExpiry(const Secret &token);

/// When a session that begins @p now, by this computer's clock, will end. How long it lasts is told by the service's
/// clock alone, since this computer's may be wrong: a JWT's `exp` less its `iat`, else less @p serviceNow (the answer's
/// Date; invalid when it has none), else @p expiresIn read as seconds (a number or a numeric string). Nothing when not
/// told; an `expiresIn` that is zero, negative, or more than a year tells nothing.
[[nodiscard]] std::optional<QDateTime> sessionEnd(const Secret &token, const QJsonValue &expiresIn,
                                                  const QDateTime &now, const QDateTime &serviceNow = {});

} // namespace lanyard
