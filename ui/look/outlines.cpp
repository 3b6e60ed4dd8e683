#include "ui/look/outlines.h"

#include "ui/look/contrast.h"
#include "ui/look/spacing.h"

#include <QPainter>

namespace lanyard {

namespace {

bool isEnabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}

bool isHeld(const QStyleOption &option)
{
    return option.state & (QStyle::State_Sunken | QStyle::State_On);
}

double radius()
{
    return space(Space::Small) * 0.75;
}

// One pixel, and more with larger text, but whole ones.
double lineWidth()
{
    constexpr int usual = 14; // the height of a line
    return qMax(1, iconSide() / usual);
}

double focusWidth()
{
    return lineWidth() + 1;
}

void paintSurface(QPainter &painter, const QRectF &rect, const QBrush &fill, const QColor &edge, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(QPen(edge, width));
    const double half = width / 2;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius(), radius());
    painter.restore();
}

// The accent of the desktop, as a surface on the window.
QColor tickedColour(const QStyleOption &option)
{
    const QColor window = option.palette.color(QPalette::Window);
    return isEnabled(option) ? focusColour(option.palette, window) : edgeColour(option.palette);
}

QColor onSurface(const QColor &surface)
{
    return contrast(Qt::white, surface) >= MarkContrast ? Qt::white : Qt::black;
}

// Of a box to tick that is held down or not.
QColor emptyColour(const QStyleOption &option)
{
    const QColor base = option.palette.color(isEnabled(option) ? QPalette::Base : QPalette::Window);
    constexpr float held = 0.15F;
    return option.state.testFlag(QStyle::State_Sunken) ? mixed(base, option.palette.color(QPalette::Text), held) : base;
}

QPen strokeOf(const QColor &colour, double width)
{
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

// The largest square in the middle of @p rect.
QRectF squareIn(const QRectF &rect)
{
    const double side = qMin(rect.width(), rect.height());
    return {rect.x() + qRound((rect.width() - side) / 2), rect.y() + qRound((rect.height() - side) / 2), side, side};
}

bool showsFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace

void paintField(QPainter &painter, const QStyleOption &option, bool hasFocus)
{
    const QColor edge =
        hasFocus ? focusColour(option.palette, option.palette.color(QPalette::Window)) : edgeColour(option.palette);
    paintSurface(painter, option.rect, option.palette.brush(QPalette::Base), edge,
                 hasFocus ? focusWidth() : lineWidth());
}

void paintButton(QPainter &painter, const QStyleOption &option, bool hasFocus, bool isDefault)
{
    const QColor window = option.palette.color(QPalette::Window);
    const QColor text = option.palette.color(QPalette::ButtonText);
    QColor fill = option.palette.color(QPalette::Button);
    if (!isEnabled(option))
        fill = window;
    else if (isHeld(option))
        fill = mixed(fill, text, 0.16F);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fill = mixed(fill, text, 0.06F);
    const bool isMarked = isEnabled(option) && (hasFocus || isDefault);
    const QColor edge = isMarked ? focusColour(option.palette, window) : edgeColour(option.palette);
    const double width = isEnabled(option) && hasFocus ? focusWidth() : lineWidth();
    paintSurface(painter, option.rect, fill, edge, width);
    if (!hasFocus || contrast(edge, fill) >= MarkContrast)
        return;
    // On a surface of the same colour: a second ring.
    const double inside = width + 1;
    paintSurface(painter, QRectF(option.rect).adjusted(inside, inside, -inside, -inside), Qt::NoBrush, text,
                 lineWidth());
}

void paintQuietFrame(QPainter &painter, const QStyleOption &option)
{
    constexpr float share = 0.25F;
    painter.save();
    const QColor window = option.palette.color(QPalette::Window);
    painter.setPen(isOfHighContrast(option.palette) ? edgeColour(option.palette)
                                                    : mixed(window, option.palette.color(QPalette::WindowText), share));
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void paintEdge(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setPen(edgeColour(option.palette));
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void paintHandle(QPainter &painter, const QStyleOption &option)
{
    const double around = 2 * lineWidth();
    const QRectF handle = QRectF(option.rect).adjusted(around, around, -around, -around);
    const QColor fill = edgeColour(option.palette);
    paintSurface(painter, handle, fill, fill, lineWidth());
}

void paintFocusRing(QPainter &painter, const QStyleOption &option, const QColor &ground)
{
    paintSurface(painter, option.rect, Qt::NoBrush, focusColour(option.palette, ground), lineWidth());
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const QRectF box = squareIn(option.rect);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isPartly = option.state.testFlag(QStyle::State_NoChange);
    const bool isTicked = isOn || isPartly;
    const QColor ticked = tickedColour(option);
    QColor edge = isTicked || showsFocus(option) ? ticked : edgeColour(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) // of a row, whose colour is that of a ticked box
        edge = option.palette.color(QPalette::HighlightedText);
    paintSurface(painter, box, isTicked ? ticked : emptyColour(option), edge,
                 showsFocus(option) ? focusWidth() : lineWidth());
    if (!isTicked)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(strokeOf(onSurface(ticked), box.height() / 8));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&box](double x, double y) {
        return QPointF(box.x() + box.width() * x, box.y() + box.height() * y);
    };
    if (isOn)
        painter.drawPolyline(QPolygonF{at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.31)});
    else
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    painter.restore();
}

void paintRadioButton(QPainter &painter, const QStyleOption &option)
{
    const QRectF circle = squareIn(option.rect);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const QColor chosen = tickedColour(option);
    const double width = (showsFocus(option) ? focusWidth() : lineWidth()) + 0.5; // a curve loses some
    const double half = width / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOn || showsFocus(option) ? chosen : edgeColour(option.palette), width));
    painter.setBrush(isOn ? chosen : emptyColour(option));
    painter.drawEllipse(circle.adjusted(half, half, -half, -half));
    if (isOn) {
        const double inside = circle.width() * 0.31;
        painter.setPen(Qt::NoPen);
        painter.setBrush(onSurface(chosen));
        painter.drawEllipse(circle.adjusted(inside, inside, -inside, -inside));
    }
    painter.restore();
}

void paintArrow(QPainter &painter, const QStyleOption &option, Qt::ArrowType direction)
{
    const double room = qMin(option.rect.width(), option.rect.height());
    const double half = qMin(room, iconSide() * 1.0) * 0.27;
    const QPointF centre = QRectF(option.rect).center();
    const auto at = [&](double across, double forward) {
        switch (direction) {
        case Qt::UpArrow:
            return centre + QPointF(across, -forward);
        case Qt::LeftArrow:
            return centre + QPointF(-forward, across);
        case Qt::RightArrow:
            return centre + QPointF(forward, across);
        default:
            return centre + QPointF(across, forward);
        }
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor text = option.palette.color(QPalette::WindowText);
    painter.setPen(strokeOf(text, qMax(1.25, iconSide() / 10.0)));
    painter.drawPolyline(QPolygonF{at(-half, -half / 2), at(0, half / 2), at(half, -half / 2)});
    painter.restore();
}

} // namespace lanyard
