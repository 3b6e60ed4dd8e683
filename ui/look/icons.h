#pragma once

#include <QColor>
#include <QIcon>

class QLineEdit;
class QStyleOptionViewItem;

namespace lanyard {

/// One of the program's line icons (resources/icons), drawn in the palette's text colour at paint time, so that it
/// follows a switch to a dark theme at once.
[[nodiscard]] QIcon icon(QLatin1StringView name);

/// The same in a given colour, for state icons. They always appear beside a word.
[[nodiscard]] QIcon icon(QLatin1StringView name, const QColor &colour);

/// The icon of the program itself, in its own colours. Qt's own engine for such drawings would load every plugin that
/// reads pictures, before the window is shown.
[[nodiscard]] QIcon programIcon();

/// The same, drawn already in the sizes that Qt tells an X server: it asks for each of them twice for every window.
[[nodiscard]] QIcon windowIcon();

/// Gives @p line a button that clears it, with one of these icons instead of the style's.
void offerClearing(QLineEdit &line);

/// A colour for a state that is readable on @p background, whatever that is.
enum class Tone { Good, Warning, Bad, Quiet };
[[nodiscard]] QColor toneColour(Tone tone, const QColor &background);
/// On a cell's background, while it is not selected.
[[nodiscard]] QColor toneColour(Tone tone, const QStyleOptionViewItem &cell);

} // namespace lanyard
