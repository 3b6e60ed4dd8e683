#pragma once

#include <QString>

namespace lanyard {

/// @p text for display: control, bidirectional-override and zero-width characters are shown as ‹U+202E› instead of
/// acting on what stands around them; line breaks and tabs stay when @p multiLine. Text beyond @p limit UTF-16 units is
/// cut with an ellipsis (limit < 0: no limit).
[[nodiscard]] QString visibleText(const QString &text, bool multiLine = false, qsizetype limit = -1);

} // namespace lanyard
