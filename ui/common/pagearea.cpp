#include "ui/common/pagearea.h"

#include "ui/common/typingwatch.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace lanyard {

namespace {

constexpr int FewestLinesOfPage = 3;
constexpr int FewestCharacters = 16;

} // namespace

int heightOfRows(const QAbstractItemView &table, const QWidget &header, int rows)
{
    return header.sizeHint().height() + rows * listRowHeight() + table.horizontalScrollBar()->sizeHint().height() +
           2 * table.frameWidth();
}

PageArea::PageArea(QWidget *page, QWidget *parent) : QScrollArea(parent), m_content(nullptr)
{
    auto *content = new QWidget;
    m_content = new QVBoxLayout(content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    setWidget(content);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    if (page)
        setPage(page);
    connect(qApp, &QApplication::focusChanged, this, &PageArea::focusMoved);
}

// In the destructor: the focus moves once more while the base class destroys the page.
PageArea::~PageArea()
{
    qApp->disconnect(this);
}

QSize PageArea::minimumSizeHint() const
{
    return {characterWidth(fontMetrics()) * FewestCharacters, fontMetrics().lineSpacing() * FewestLinesOfPage};
}

void PageArea::setPage(QWidget *page)
{
    m_page = page;
    page->installEventFilter(this);
    m_content->addWidget(page, 1);
}

void PageArea::showTop()
{
    verticalScrollBar()->setValue(0);
    if (!std::exchange(m_isShowingTop, true))
        qApp->installEventFilter(this);
}

void PageArea::endShowingTop()
{
    if (std::exchange(m_isShowingTop, false))
        qApp->removeEventFilter(this);
}

void PageArea::focusMoved(QWidget *old, QWidget *focus)
{
    const bool hasComeBack = !old || old->window() != window();
    const QWidget *before = m_focus;
    if (focus && isAncestorOf(focus))
        m_focus = focus;
    if (hasComeBack && (!m_focus || m_focus == before)) // the window becomes active again
        return;
    endShowingTop();
    if (hasComeBack && verticalScrollBar()->value() == 0)
        showTop(); // nobody is working there yet
    if (m_isShowingTop)
        showTopOrFocus();
    else
        follow(focus);
}

QWidgetList PageArea::textsAround(const QWidget * /*focus*/) const
{
    return {};
}

bool PageArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Move) {
        const auto *move = static_cast<QMoveEvent *>(event);
        keepFocusInPlace(move->pos().y() - move->oldPos().y());
    } else if (m_isShowingTop && isTyping(*event)) {
        endShowingTop();
        follow(QApplication::focusWidget());
    }
    return QScrollArea::eventFilter(watched, event);
}

// A bar or a message that comes takes its room from here, where somebody is typing at the edge.
void PageArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int top = mapTo(window(), QPoint(0, 0)).y();
    const int moved = top - std::exchange(m_top, top);
    if (event->size().height() != event->oldSize().height())
        keepFocusInPlace(moved);
}

// What is above the page says something that has not been read yet, as far as anybody knows.
void PageArea::showTopOrFocus()
{
    const QLayoutItem *top = m_content->itemAt(0);
    if (top && top->widget() != m_page && !top->isEmpty())
        verticalScrollBar()->setValue(0);
    else
        follow(QApplication::focusWidget());
}

// What somebody is working at does not move because something comes or goes above it, as far as there is room.
void PageArea::keepFocusInPlace(int moved)
{
    if (m_isShowingTop)
        return showTopOrFocus();
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_page || !m_page->isAncestorOf(focus))
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    follow(focus);
}

// Qt does so only when Tab moves from one widget of the area to another.
void PageArea::follow(QWidget *focus)
{
    if (!focus || !widget() || !widget()->isAncestorOf(focus))
        return;
    if (focus->height() > viewport()->height()) // its top
        verticalScrollBar()->setValue(focus->mapTo(widget(), QPoint(0, 0)).y());
    else {
        const QWidgetList texts = textsAround(focus);
        for (QWidget *text : texts)
            ensureWidgetVisible(text, 0, 0);
        ensureWidgetVisible(focus, 0, fontMetrics().lineSpacing());
    }
}

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

#include "moc_pagearea.cpp"
