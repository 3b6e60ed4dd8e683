#pragma once

#include "core/document/userfields.h"

#include <QJsonValue>
#include <QVariant>

namespace lanyard {

/// A member's value for the screen, in the person's language; empty when it is not set. Server text in it is as it
/// came: a view shows it through visibleText().
[[nodiscard]] QString fieldText(FieldKind kind, const QJsonValue &value);

/// What the editor of a text shows: line breaks as \n, and marks such as ‹U+202E› for characters that cannot be seen.
[[nodiscard]] QString editText(FieldKind kind, const QJsonValue &value);

/// The JSON value for what an editor holds. @p before is the value that it replaces: its line ends, its form of a date,
/// its data: prefix and the characters that marks stand for are kept.
[[nodiscard]] QJsonValue fieldJson(FieldKind kind, const QVariant &edited, const QJsonValue &before);

/// Whether a date says that there is none: missing, null, empty, or the year 1.
[[nodiscard]] bool isDateNotSet(const QJsonValue &value);

/// Whether an editor can show @p value and give it back unharmed: a text of a sane length for its editor, without
/// characters that the editor would turn into others.
[[nodiscard]] bool fitsEditor(FieldKind kind, const QJsonValue &value);

} // namespace lanyard
