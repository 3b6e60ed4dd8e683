#pragma once

#include "core/http/credential.h"

#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace lanyard {

/// The moment that a JWT names in `exp`; nothing when the token is no JWT or names none. The signature is not looked
/// at: this is for the countdown, the service decides.
[[nodiscard]] std::optional<QDateTime> jwtExpiry(const Secret &token);

/// When a session that begins @p now will end: the token's own word if it has one, else @p expiresIn read as seconds (a
/// number or a numeric string). Nothing when not told, zero, negative, or more than a year ahead: then nobody knows.
[[nodiscard]] std::optional<QDateTime> sessionEnd(const Secret &token, const QJsonValue &expiresIn,
                                                  const QDateTime &now);

} // namespace lanyard
