#pragma once

#include <QColor>
#include <QIcon>

class QStyleOptionViewItem;

namespace lanyard {

/// One of the program's line icons (resources/icons), drawn in the text colour of the palette at the time it is
/// painted, so that it follows a change to dark at once.
[[nodiscard]] QIcon icon(QLatin1StringView name);

/// The same in a colour of its own, for the marks of states. They always stand beside a word.
[[nodiscard]] QIcon icon(QLatin1StringView name, const QColor &colour);

/// A colour for a state that can be read on @p background, whatever that is.
enum class Tone { Good, Warning, Bad, Quiet };
[[nodiscard]] QColor toneColour(Tone tone, const QColor &background);
/// On a cell's, while it is not selected.
[[nodiscard]] QColor toneColour(Tone tone, const QStyleOptionViewItem &cell);

} // namespace lanyard
