#pragma once

#include <QFontMetrics>

namespace lanyard {

/// The width of an average character of the window's texts, in pixels. The font's own average is that of the locale's
/// script: in a Japanese font it is twice as wide as the English texts that are shown.
[[nodiscard]] int characterWidth(const QFontMetrics &metrics);

} // namespace lanyard
