// What is put above a page covers its header.
#include "ui/common/pagearea.h"
#include "ui/common/pointerwatch.h"
#include "ui/look/pageheader.h"

#include <QApplication>
#include <QScrollBar>
#include <QWheelEvent>

namespace lanyard {

void PageArea::standIn(const QWidget &place)
{
    m_place = &place;
    m_pointer = new PointerWatch(*this);
}

int PageArea::coveredHeight() const
{
    return m_place ? mapTo(m_place, QPoint(0, 0)).y() : 0;
}

// Where somebody points, also the focus may be covered: until the user types on.
void PageArea::coverTop(int scrolledTo, bool isFocusInUse)
{
    verticalScrollBar()->setValue(scrolledTo);
    if (m_pointer->isPointing())
        waitForTyping();
    else if (isFocusInUse)
        follow(QApplication::focusWidget());
}

// Whether all of the page is in sight but its header.
bool PageArea::isOnlyCovered() const
{
    const int room = viewport()->height() + m_covered;
    return m_covered > 0 && neededHeight() <= room;
}

// The page is not made narrower for what only uncovers its header.
void PageArea::chooseScrollBar()
{
    if (!keepsRoomForBar())
        setVerticalScrollBarPolicy(isOnlyCovered() ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

void PageArea::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (isOnlyCovered())
        scrollToTop();
}

// Upwards, it was meant for a list in the page that is at its beginning.
void PageArea::wheelEvent(QWheelEvent *event)
{
    if (isOnlyCovered() && event->angleDelta().y() > 0)
        event->ignore();
    else
        QScrollArea::wheelEvent(event);
}

bool PageArea::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        chooseScrollBar();
    return QScrollArea::viewportEvent(event);
}

int PageArea::headHeight() const
{
    const auto *head = widget()->findChild<PageHeader *>();
    return head ? head->mapTo(widget(), QPoint(0, head->height())).y() : 0;
}

} // namespace lanyard
