#pragma once

#include <QPalette>

class QStyleOption;

namespace lanyard {

/// The minimum contrast in WCAG 2 for text, and for graphics that carry meaning.
inline constexpr double TextContrast = 4.5;
inline constexpr double MarkContrast = 3.0;
/// The target for our own colours: with anti-aliasing, the thin strokes of small letters never quite reach their
/// nominal colour.
inline constexpr double AimedContrast = 5.3;

/// Asked for in a palette of high contrast, for text.
inline constexpr double HighTextContrast = 7.0;

/// Between the two: @p share of @p b, 0 to 1.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, float share);

/// WCAG 2's contrast ratio, 1 to 21, of the colours as they are painted: with eight bits a channel.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// @p wanted, or the nearest colour towards white or black that is readable on @p background.
[[nodiscard]] QColor readable(const QColor &wanted, const QColor &background, double ratio = AimedContrast);

/// Whether the desktop has chosen @p palette so that everything in it stands out as much as it can.
[[nodiscard]] bool isOfHighContrast(const QPalette &palette);

/// The group of the palette that a style paints @p option in.
[[nodiscard]] QPalette::ColorGroup colourGroup(const QStyleOption &option);

/// Keeps the application's palette readable, now and whenever the desktop changes it: many desktops give a placeholder
/// colour that is meant for another theme, or white on a highlight too light for it. Needs a QApplication.
void keepPaletteReadable();

} // namespace lanyard
