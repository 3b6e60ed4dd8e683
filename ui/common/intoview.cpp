// What is to be seen is scrolled to, on whatever page it is.
#include "ui/common/pagearea.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QScrollBar>

namespace lanyard {

void finishLayouts()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

namespace {

QAbstractItemView *listAround(QWidget *widget)
{
    while (widget && !qobject_cast<QAbstractItemView *>(widget))
        widget = widget->parentWidget();
    return static_cast<QAbstractItemView *>(widget);
}

// Of the list, by itself, so that the current row is in that part of it which the page shows.
void scrollToCurrent(QAbstractItemView &list)
{
    QScrollBar &bar = *list.verticalScrollBar();
    const QRect seen = list.viewport()->visibleRegion().boundingRect();
    const QRect row = list.visualRect(list.currentIndex());
    if (seen.isEmpty() || row.isEmpty())
        return;
    const int unit = list.verticalScrollMode() == QAbstractItemView::ScrollPerItem ? row.height() : 1;
    const auto whole = [unit](int distance) { return (distance + unit - 1) / unit; };
    const int below = row.bottom() - seen.bottom();
    const int above = seen.top() - row.top();
    if (above > 0)
        bar.setValue(bar.value() - whole(above));
    else if (below > 0)
        bar.setValue(bar.value() + qMin(whole(below), -above / unit)); // its top stays in view
}

// As far as the area has room for both.
void bringFocusIntoView(PageArea &area)
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !area.isAncestorOf(focus))
        return;
    QAbstractItemView *list = listAround(focus);
    if (!list || !list->currentIndex().isValid())
        return area.ensureWidgetVisible(focus, 0, 0);
    scrollToCurrent(*list);
    const QRect row = list->visualRect(list->currentIndex());
    const QPoint middle = list->viewport()->mapTo(area.widget(), row.center());
    area.ensureVisible(0, middle.y(), 0, row.height() / 2 + 1);
}

// In each area around it, and then @p next there. Queued: the page has not grown yet by what has just appeared.
void bringIntoViewAnd(QWidget *part, void (*next)(PageArea &))
{
    const auto scroll = [part, next] {
        finishLayouts();
        for (QWidget *around = part->parentWidget(); around; around = around->parentWidget()) {
            auto *area = qobject_cast<PageArea *>(around);
            if (!area || !part->isVisible())
                continue;
            area->ensureWidgetVisible(part, 0, 0);
            next(*area);
        }
    };
    QMetaObject::invokeMethod(part, scroll, Qt::QueuedConnection);
}

} // namespace

void bringIntoView(QWidget *part)
{
    bringIntoViewAnd(part, [](PageArea &) {});
}

void revealWithFocus(QWidget *text)
{
    bringIntoViewAnd(text, bringFocusIntoView);
}

} // namespace lanyard
