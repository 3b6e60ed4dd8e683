#include "ui/common/pagearea.h"

#include "ui/common/focuskeeper.h"
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

// What scrolls: as high as the area would be if nothing were above it.
class ScrolledContent : public QWidget
{
public:
    void setLeastHeight(int height)
    {
        if (std::exchange(m_leastHeight, height) != height)
            updateGeometry();
    }

    [[nodiscard]] int neededHeight() const
    {
        const int least = QWidget::minimumSizeHint().height();
        return hasHeightForWidth() ? qMax(least, heightForWidth(width())) : least;
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return QWidget::minimumSizeHint().expandedTo(QSize(0, m_leastHeight));
    }

private:
    int m_leastHeight = 0;
};

} // namespace

int heightOfRows(const QAbstractItemView &table, const QWidget &header, int rows)
{
    return header.sizeHint().height() + rows * listRowHeight() + table.horizontalScrollBar()->sizeHint().height() +
           2 * table.frameWidth();
}

PageArea::PageArea(QWidget *page, QWidget *parent) : QScrollArea(parent), m_content(nullptr)
{
    auto *content = new ScrolledContent;
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

void PageArea::scrollToTop()
{
    verticalScrollBar()->setValue(m_covered);
}

void PageArea::showTop()
{
    scrollToTop();
    waitForTyping();
}

void PageArea::waitForTyping()
{
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
    if (focus && focus == before && FocusKeeper::isGivingBack())
        return waitForTyping(); // the user may have scrolled elsewhere
    endShowingTop();
    if (hasComeBack && verticalScrollBar()->value() <= m_covered)
        showTop(); // nobody is working there yet
    if (m_isShowingTop && hasUnreadTop())
        verticalScrollBar()->setValue(0);
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
        const int moved = move->pos().y() - move->oldPos().y();
        keepFocusInPlace(moved, isInSight(QApplication::focusWidget(), viewport()->height(), moved));
    } else if (m_isShowingTop && isTyping(*event)) {
        endShowingTop();
        follow(QApplication::focusWidget());
    }
    return QScrollArea::eventFilter(watched, event);
}

// A bar or a message that comes takes its room from here, where somebody is typing at the edge.
void PageArea::resizeEvent(QResizeEvent *event)
{
    const int covered = coveredHeight();
    const int newlyCovered = covered - std::exchange(m_covered, covered);
    const int before = verticalScrollBar()->value();
    const bool wasInSight = isInSight(QApplication::focusWidget(), event->oldSize().height());
    static_cast<ScrolledContent *>(widget())->setLeastHeight(covered > 0 ? event->size().height() + covered : 0);
    chooseScrollBar();
    QScrollArea::resizeEvent(event);
    const int top = mapTo(window(), QPoint(0, 0)).y();
    const int moved = top - std::exchange(m_top, top);
    if (newlyCovered != 0)
        coverTop(before + newlyCovered, wasInSight);
    else if (event->size().height() != event->oldSize().height())
        keepFocusInPlace(moved, wasInSight);
}

int PageArea::neededHeight() const
{
    return static_cast<const ScrolledContent *>(widget())->neededHeight();
}

// What is above the page says something that has not been read yet, as far as anybody knows.
bool PageArea::hasUnreadTop() const
{
    const QLayoutItem *top = m_content->itemAt(0);
    return top && top->widget() != m_page && !top->isEmpty();
}

// In an area of that height, before it was moved.
bool PageArea::isInSight(const QWidget *focus, int height, int moved) const
{
    if (!focus || !m_page || !m_page->isAncestorOf(focus))
        return false;
    const int top = focus->mapTo(widget(), QPoint(0, 0)).y() - moved - verticalScrollBar()->value();
    return top < height && top + focus->height() > 0;
}

// What somebody is working at does not move because something comes or goes above it, as far as there is room; nor what
// they have scrolled to instead.
void PageArea::keepFocusInPlace(int moved, bool isFocusInUse)
{
    if (m_isShowingTop && hasUnreadTop())
        return verticalScrollBar()->setValue(0);
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_page || !m_page->isAncestorOf(focus))
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    if (isFocusInUse)
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

} // namespace lanyard

#include "moc_pagearea.cpp"
