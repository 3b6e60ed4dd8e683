#pragma once

#include "core/document/merge.h"

#include <QStringList>

#include <functional>

namespace lanyard {

/// What the place of @p path is called on the screen: the field's label, or a setting's category and name. Plain text,
/// safe to show.
[[nodiscard]] QString placeLabel(const Path &path, const User &user);

using ValueAt = std::function<QJsonValue(const Path &)>;

/// What stands at a place, in one line of plain text that is safe to show: "not set" for nothing, "Italia (IT)" for a
/// country, ↵ for a line break, → for a tab, ␣ for a space that would not be noticed, size instead of content for a
/// picture, dots for a setting that looks secret or that @p user does not hold. @p at gives the value at a path: of the
/// base, of the edits, of what somebody else saved.
[[nodiscard]] QString placeText(const Path &path, const User &user, const ValueAt &at);

/// The same of several values, all from where the first two of them begin to differ if that is far into a long text.
[[nodiscard]] QStringList placeTexts(const Path &path, const User &user, const QList<ValueAt> &values);

} // namespace lanyard
