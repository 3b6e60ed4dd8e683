#pragma once

class QLayout;

namespace lanyard {

/// The steps of the window's grid: a quarter, a half, one, two and three units of it. A unit is half the height of a
/// line of the application's font: 8 pixels at the usual size, and more with larger text.
enum class Space { Hair, Small, Medium, Large, Wide };

/// Around what is in a dialog: the same in all of them.
inline constexpr Space DialogMargin = Space::Wide;

/// In pixels.
[[nodiscard]] int space(Space step);

/// Gives @p layout @p margin on all four sides, and @p between its items.
void setSpaces(QLayout &layout, Space margin, Space between);
/// The same without margins.
void setSpaces(QLayout &layout, Space between);

/// The side of an icon beside text of the application's font, in pixels.
[[nodiscard]] int iconSide();

/// The height of a row with one line of text in every list, in pixels.
[[nodiscard]] int listRowHeight();

/// The smallest side of what is clicked, in pixels: 24, as in WCAG 2.2, and more with larger text.
[[nodiscard]] int targetSide();

} // namespace lanyard
