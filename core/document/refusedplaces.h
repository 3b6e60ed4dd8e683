#pragma once

#include "core/base/error.h"
#include "core/document/change.h"
#include "core/document/user.h"

namespace lanyard {

/// The service's message about one place in the request.
using RefusedPlace = std::pair<Path, QString>;

/// The places that the messages in @p error belong to. The service names members in its own way ("User.Email",
/// "$.user.email", "user.settings[3].value"); if it names none, its message belongs to the only one of the @p sent
/// places, or to those that it mentions, by @p user's names for settings. An index counts the settings as they were
/// sent (see Error::sentSettings).
[[nodiscard]] QList<RefusedPlace> refusedPlaces(const Error &error, const QList<Path> &sent, const User &user);

} // namespace lanyard
