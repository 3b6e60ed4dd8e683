#pragma once

#include "core/account/merge.h"

namespace lanyard {

/// What the place of @p path is called on the screen: the field's label, or a setting's category and name. Plain text,
/// safe to show.
[[nodiscard]] QString placeLabel(const Path &path, const User &user);

/// What stands at a place, in one line of plain text that is safe to show: "not set" for nothing, "Italia (IT)" for a
/// country, size instead of content for a picture, dots for a setting that looks secret or that @p user does not
/// hold. @p at gives the value at a path: of the base, of the edits, of what somebody else saved.
[[nodiscard]] QString placeText(const Path &path, const User &user, const std::function<QJsonValue(const Path &)> &at);

} // namespace lanyard
