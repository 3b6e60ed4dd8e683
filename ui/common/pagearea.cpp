#include "ui/common/pagearea.h"

#include "ui/look/spacing.h"

#include "ui/look/characterwidth.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QResizeEvent>
#include <QScrollBar>

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

PageArea::PageArea(QWidget *page, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    if (page)
        setWidget(page);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *focus) {
        if (old && old->window() == window()) // not when the window becomes active again
            follow(focus);
    });
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

QWidget *PageArea::textBelow(const QWidget * /*focus*/) const
{
    return nullptr;
}

// A bar or a message that comes takes its room from here, where somebody is typing at the edge.
void PageArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().height() < event->oldSize().height())
        follow(QApplication::focusWidget());
}

// Qt does so only when Tab moves from one widget of the area to another.
void PageArea::follow(QWidget *focus)
{
    if (!focus || !widget() || !widget()->isAncestorOf(focus))
        return;
    if (focus->height() > viewport()->height()) // its top
        verticalScrollBar()->setValue(focus->mapTo(widget(), QPoint(0, 0)).y());
    else {
        if (QWidget *text = textBelow(focus))
            ensureWidgetVisible(text, 0, 0);
        ensureWidgetVisible(focus, 0, fontMetrics().lineSpacing());
    }
}

// Queued: the page has not grown yet by a text that has just appeared.
void revealWithFocus(QWidget *text)
{
    const auto reveal = [text] {
        for (QWidget *around = text->parentWidget(); around; around = around->parentWidget()) {
            auto *area = qobject_cast<PageArea *>(around);
            if (!area || !text->isVisible())
                continue;
            area->ensureWidgetVisible(text, 0, 0);
            if (QWidget *focus = QApplication::focusWidget(); focus && area->isAncestorOf(focus))
                area->ensureWidgetVisible(focus, 0, 0);
        }
    };
    QMetaObject::invokeMethod(text, reveal, Qt::QueuedConnection);
}

} // namespace lanyard

#include "moc_pagearea.cpp"
