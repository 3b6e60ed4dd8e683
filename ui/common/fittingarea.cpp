#include "ui/common/fittingarea.h"

#include "ui/common/screenroom.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QPointer>
#include <QScreen>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int Rounding = 1;    // at a scale like 1.5 a window may become a pixel smaller than it was asked to
constexpr int LinesAround = 4; // for the buttons below the form

} // namespace

FittingArea::FittingArea(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(content);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *focus) { follow(focus); });
}

// In the destructor: the focus moves once more while the base class destroys the form.
FittingArea::~FittingArea()
{
    qApp->disconnect(this);
}

void FittingArea::reveal(QWidget *part)
{
    m_revealed = part;
    m_focusThen = QApplication::focusWidget();
    QMetaObject::invokeMethod(this, &FittingArea::bringIntoView, Qt::QueuedConnection);
}

// As a whole, and from its beginning if there is no room for that.
void FittingArea::bringIntoView()
{
    if (!m_revealed || !m_revealed->isVisible())
        return;
    const int line = fontMetrics().lineSpacing();
    const int bottom = m_revealed->mapTo(widget(), QPoint()).y() + m_revealed->height();
    ensureVisible(0, bottom, 0, qMin(line, viewport()->height() / 2));
    if (const int top = topOfRevealed(); top < verticalScrollBar()->value())
        verticalScrollBar()->setValue(top);
}

// With the focus above it, which is where it is mended. Where there is no room for both, the focus.
int FittingArea::topOfRevealed() const
{
    const int top = m_revealed->mapTo(widget(), QPoint()).y();
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !widget()->isAncestorOf(focus) || m_revealed->isAncestorOf(focus))
        return top;
    const int focusTop = qMax(0, focus->mapTo(widget(), QPoint()).y() - space(Space::Small));
    return qMin(top, focusTop);
}

QSize FittingArea::sizeHint() const
{
    QSize size = widget()->sizeHint();
    size.setWidth(qMin(size.width(), roomOnScreen(*this).width()));
    size.setHeight(contentHeight(size.width()));
    int room = roomOnScreen(*this).height() - fontMetrics().lineSpacing() * LinesAround;
    if (m_roomWhereItStands > 0)
        room = qMin(room, m_roomWhereItStands);
    if (size.height() > room)
        size = {qMin(size.width() + verticalScrollBar()->sizeHint().width(), roomOnScreen(*this).width()), room};
    return size;
}

bool FittingArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        chooseScrollBar();
        updateGeometry();
        growWindow();
        QMetaObject::invokeMethod(this, &FittingArea::bringIntoView, Qt::QueuedConnection);
    }
    return QScrollArea::eventFilter(watched, event);
}

void FittingArea::resizeEvent(QResizeEvent *event)
{
    chooseScrollBar();
    QScrollArea::resizeEvent(event);
    QMetaObject::invokeMethod(this, &FittingArea::bringIntoView, Qt::QueuedConnection);
}

// Under Wayland a window cannot move: it is centred, and what grows beyond the edge of the screen is unreachable.
void FittingArea::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_roomWhereItStands == 0 && QGuiApplication::platformName().startsWith("wayland"_L1)) {
        // Minus two lines: the frame, and what the layout still changes.
        m_roomWhereItStands = height() + qMax(0, (screen()->availableGeometry().height() - window()->height()) / 2 -
                                                     2 * fontMetrics().lineSpacing());
    }
}

void FittingArea::growWindow()
{
    if (!m_isWindowGrowing || !isVisible())
        return;
    int wanted = contentHeight(width());
    if (m_roomWhereItStands > 0)
        wanted = qMin(wanted, m_roomWhereItStands);
    const int whole = qMin(window()->height() + wanted - height(), roomOnScreen(*this).height());
    if (whole > window()->height())
        window()->resize(window()->width(), whole);
}

// Wrapped texts need more than a layout's size hint.
int FittingArea::contentHeight(int width) const
{
    const QLayout *layout = widget()->layout();
    return layout && layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : widget()->sizeHint().height();
}

// Qt computes the height of wrapped texts for the width beside a scroll bar that is shown: once shown it stays, though
// everything would fit without it.
void FittingArea::chooseScrollBar()
{
    const bool fits = contentHeight(width()) <= height() + Rounding;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    const int bar = fits ? 0 : verticalScrollBar()->sizeHint().width();
    const bool isWide = widget()->minimumSizeHint().width() <= width() - bar + Rounding;
    setHorizontalScrollBarPolicy(isWide ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

// Qt does so only when Tab moves from one widget of the area to another.
void FittingArea::follow(QWidget *focus)
{
    if (focus && focus != m_focusThen)
        m_revealed = nullptr; // the user has gone on
    if (focus && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus, 0, fontMetrics().lineSpacing());
}

} // namespace lanyard

#include "moc_fittingarea.cpp"
