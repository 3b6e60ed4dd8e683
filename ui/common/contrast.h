#pragma once

#include <QColor>

namespace lanyard {

/// What WCAG 2 asks of text, and of marks that carry a meaning.
inline constexpr double TextContrast = 4.5;
inline constexpr double MarkContrast = 3.0;
/// What our own colours aim at: the thin strokes of small letters never quite reach their colour.
inline constexpr double AimedContrast = 5.3;

/// WCAG 2's contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// @p wanted, or the nearest to it towards white or black that can be read on @p background.
[[nodiscard]] QColor readable(const QColor &wanted, const QColor &background, double ratio = AimedContrast);

/// Has the application's palette be one that can be read, now and whenever the desktop changes it: many give a
/// placeholder's colour that is meant for another theme, and white on a highlight too light for it. Needs a
/// QApplication.
void keepPaletteReadable();

} // namespace lanyard
