#pragma once

#include "core/base/error.h"
#include "core/document/change.h"
#include "core/document/user.h"

namespace lanyard {

/// The service's words about a place of what it was sent.
using RefusedPlace = std::pair<Path, QString>;

/// Where the reasons of @p error belong. The service names members in its own way ("User.Email", "$.user.email",
/// "user.settings[3].value"); when it names none, its message belongs to the only one of the @p sent places, or to
/// those that it mentions, by the names that @p user has for settings. An index counts the settings as they were sent
/// (see Error::sentSettings).
[[nodiscard]] QList<RefusedPlace> refusedPlaces(const Error &error, const QList<Path> &sent, const User &user);

} // namespace lanyard
