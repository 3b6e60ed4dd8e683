#include "ui/apikeys/valuelabel.h"

#include "ui/look/characterwidth.h"

#include <QFocusEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <utility>

namespace lanyard {

namespace {

constexpr int MostOfALine = 60; // characters

} // namespace

void ValueLabel::setSelectable(bool isSelectable)
{
    setTextInteractionFlags(isSelectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                         : Qt::NoTextInteraction);
    setFocusPolicy(isSelectable ? Qt::StrongFocus : Qt::NoFocus); // Qt: only by a click
}

void ValueLabel::setReachable(bool isReachable)
{
    if (!isReachable && hasFocus())
        focusPreviousChild();
    setFocusPolicy(isReachable ? Qt::TabFocus : Qt::NoFocus);
}

void ValueLabel::setRoom(qsizetype characters)
{
    if (std::exchange(m_room, characters) != characters)
        updateGeometry();
}

// With one more: what fits exactly is broken by Qt.
int ValueLabel::reservedWidth() const
{
    return m_room > 0 ? fontMetrics().horizontalAdvance(QString(m_room + 1, u'0')) : 0;
}

// Qt prefers several short lines to a long one.
QSize ValueLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    const int line = qMin(fontMetrics().size(0, text()).width() + 1, MostOfALine * characterWidth(fontMetrics()));
    const int width = qMax(reservedWidth(), line) + around.left() + around.right();
    return {width, heightForWidth(width)};
}

int ValueLabel::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const int room = qMax(1, width - around.left() - around.right());
    // Of whole characters: less than a line has room for is lost at the end of each.
    const QString reserved(m_room, u'0');
    const QRect lines = fontMetrics().boundingRect(QRect(0, 0, room, 0), Qt::TextWrapAnywhere, reserved);
    const int least = qMax(lines.height(), fontMetrics().lineSpacing()) + around.top() + around.bottom();
    return qMax(least, PlainLabel::heightForWidth(width));
}

// Of a selectable one, the selection is the mark.
void ValueLabel::paintEvent(QPaintEvent *event)
{
    PlainLabel::paintEvent(event);
    if (!hasFocus() || textInteractionFlags() != Qt::NoTextInteraction)
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void ValueLabel::focusInEvent(QFocusEvent *event)
{
    PlainLabel::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setSelection(0, static_cast<int>(text().size()));
}

void ValueLabel::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setSelection(0, 0);
    PlainLabel::focusOutEvent(event);
}

} // namespace lanyard

#include "moc_valuelabel.cpp"
