#pragma once

#include "core/document/userfields.h"

#include <QJsonValue>
#include <QVariant>

namespace lanyard {

/// A member's value for display, in the user's language; empty if it is not set. Server text in it is unmodified: a
/// view shows it through visibleText().
[[nodiscard]] QString fieldText(FieldKind kind, const QJsonValue &value);

/// What that does not say of a moment, as exactMoment() does of a setting's; empty for everything else.
[[nodiscard]] QString exactFieldText(FieldKind kind, const QJsonValue &value);

/// What a text editor shows: line breaks as \n, and marks such as ‹U+202E› for invisible characters.
[[nodiscard]] QString editText(FieldKind kind, const QJsonValue &value);

/// The JSON value for an editor's content. @p before is the value that it replaces: its line endings, date format,
/// data: prefix and the characters behind marks are kept.
[[nodiscard]] QJsonValue fieldJson(FieldKind kind, const QVariant &edited, const QJsonValue &before);

/// The longest text, in UTF-16 units, that an editor of that kind takes: Qt lays out all of it at each key press, which
/// holds the window up for seconds if it is much longer, and for a minute if it consists of combining marks.
[[nodiscard]] qsizetype longestText(FieldKind kind);

/// Whether an editor can show @p value and return it unharmed: a text of reasonable length, without characters that the
/// editor would alter.
[[nodiscard]] bool fitsEditor(FieldKind kind, const QJsonValue &value);

} // namespace lanyard
