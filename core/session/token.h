#pragma once

#include "core/http/credential.h"

#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace lanyard {

/// When a session that begins @p now, by this computer's clock, will end. Its duration is computed from the service's
/// clock alone, since this computer's may be wrong: a JWT's `exp` minus its `iat`, else minus @p serviceNow (the
/// response's Date; invalid if it has none), else @p expiresIn read as seconds (a number or a numeric string). nullopt
/// if unknown; an `expiresIn` that is less than a second or more than a year is ignored. If nothing tells the duration,
/// it is the moment in `exp`. A JWT's signature is not verified: this is for the countdown, the service decides.
[[nodiscard]] std::optional<QDateTime> sessionEnd(const Secret &token, const QJsonValue &expiresIn,
                                                  const QDateTime &now, const QDateTime &serviceNow = {});

} // namespace lanyard
