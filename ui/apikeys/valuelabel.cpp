#include "ui/apikeys/valuelabel.h"

#include <QFocusEvent>

namespace lanyard {

void ValueLabel::setSelectable(bool isSelectable)
{
    setTextInteractionFlags(isSelectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                         : Qt::NoTextInteraction);
    setFocusPolicy(isSelectable ? Qt::StrongFocus : Qt::NoFocus); // Qt: only by a click
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
