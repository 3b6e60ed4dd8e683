#pragma once

#include <QColor>
#include <QRectF>
#include <QStyleOption>

class QPainter;

namespace lanyard {

/// The edge of a control on the window's colour and on that of its editors: three to one or more, unless it is
/// disabled.
[[nodiscard]] QColor edgeColour(const QPalette &palette);
/// Of a line between parts of the window: quiet, but in high contrast as easy to see as an edge.
[[nodiscard]] QColor separatorColour(const QPalette &palette);
/// The edge of the control with the keyboard focus, on @p ground.
[[nodiscard]] QColor focusColour(const QPalette &palette, const QColor &ground);

/// The surface of a field: its palette's base, with an edge, which shows whether it has the keyboard focus.
void paintField(QPainter &painter, const QStyleOption &option, bool hasFocus);
/// That of a button.
void paintButton(QPainter &painter, const QStyleOption &option, bool hasFocus, bool isDefault);
/// The frame of a list or table, which stands back behind what is in it.
void paintQuietFrame(QPainter &painter, const QStyleOption &option);
/// That of a menu, which has to be told from a window of its colour.
void paintEdge(QPainter &painter, const QStyleOption &option);
/// That of a scroll bar, in a palette of high contrast.
void paintHandle(QPainter &painter, const QStyleOption &option);
/// Around what has the keyboard focus. @p ground is what is behind it.
void paintFocusRing(QPainter &painter, const QStyleOption &option, const QColor &ground);
void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QStyleOption &option);
void paintArrow(QPainter &painter, const QStyleOption &option, Qt::ArrowType direction);

} // namespace lanyard
