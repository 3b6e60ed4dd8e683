#include "ui/common/fittingarea.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>

namespace lanyard {

namespace {

constexpr int LinesAround = 7; // for the window's frame, and the buttons below the form

} // namespace

FittingArea::FittingArea(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(content);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *focus) { follow(focus); });
}

// Here: the focus moves once more while the base class takes the form down.
FittingArea::~FittingArea()
{
    qApp->disconnect(this);
}

QSize FittingArea::sizeHint() const
{
    QSize size = widget()->sizeHint();
    // Wrapped texts need more than a layout's hint says; one line too few would bring a scroll bar, which wraps them
    // more.
    if (const QLayout *layout = widget()->layout(); layout && layout->hasHeightForWidth())
        size.setHeight(layout->totalHeightForWidth(size.width()));
    const int room = screen()->availableGeometry().height() - fontMetrics().lineSpacing() * LinesAround;
    if (size.height() > room)
        size = {size.width() + verticalScrollBar()->sizeHint().width(), room};
    return size;
}

bool FittingArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

// Qt does so only when Tab leads from one widget of the area to another.
void FittingArea::follow(QWidget *focus)
{
    if (focus && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus, 0, fontMetrics().lineSpacing());
}

} // namespace lanyard

#include "moc_fittingarea.cpp"
