#pragma once

#include <QFontMetrics>
#include <QSize>

namespace lanyard {

/// The width of an average character of the window's texts, in pixels. The font's own average is that of the locale's
/// script: in a Japanese font it is twice as wide as the English texts that are shown.
[[nodiscard]] int characterWidth(const QFontMetrics &metrics);

/// The room that a text takes with so many average characters in a line, and so many lines.
[[nodiscard]] QSize roomForText(const QFontMetrics &metrics, int characters, int lines);

} // namespace lanyard
