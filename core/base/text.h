#pragma once

#include <QString>

namespace lanyard {

/// @p text for display: control, bidirectional-override and zero-width characters are shown as ‹U+202E› instead of
/// acting on what stands around them; line breaks and tabs stay when @p multiLine. Text beyond @p limit UTF-16 units is
/// cut with an ellipsis (limit < 0: no limit).
[[nodiscard]] QString visibleText(const QString &text, bool multiLine = false, qsizetype limit = -1);

/// @p text that a person typed or pasted, without what an editor would not give back: every kind of line break is \n,
/// other control characters than tabs are gone.
[[nodiscard]] QString typedText(const QString &text);
/// The same for an editor of one line: line breaks are gone at the ends (a pasted cell of a table has one) and spaces
/// within.
[[nodiscard]] QString typedLine(const QString &text);

/// @p text for a tool tip, which shows it plain whatever it holds (Qt takes what looks like HTML for HTML), and long
/// lines broken.
[[nodiscard]] QString toolTipText(const QString &text);

} // namespace lanyard
