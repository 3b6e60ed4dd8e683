#include "ui/common/messagetext.h"

#include "ui/look/characterwidth.h"
#include "ui/look/plainlabel.h"

#include <QEvent>
#include <QScrollBar>

namespace lanyard {

namespace {

constexpr int LargestPart = 4; // of the window
constexpr int WidthInCharacters = 12;

} // namespace

MessageText::MessageText(PlainLabel *label, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setWidget(label);
    label->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QSize MessageText::sizeHint() const
{
    return {widget()->sizeHint().width(), heightForWidth(widget()->sizeHint().width())};
}

QSize MessageText::minimumSizeHint() const
{
    return {characterWidth(fontMetrics()) * WidthInCharacters, fontMetrics().lineSpacing()};
}

int MessageText::heightForWidth(int width) const
{
    const int whole = widget()->heightForWidth(width);
    const int most = qMax(2 * fontMetrics().lineSpacing(), window()->height() / LargestPart);
    return qMin(whole, most);
}

bool MessageText::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        chooseScrollBar();
        updateGeometry();
    }
    return QScrollArea::viewportEvent(event);
}

// Beside a scroll bar a text may need a line more: once shown, as while a longer text has come and its room has not, it
// would stay, though all would fit without it.
void MessageText::chooseScrollBar()
{
    const bool fits = widget()->heightForWidth(width()) <= height();
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

// A tab stop only if there is something to scroll.
void MessageText::resizeEvent(QResizeEvent *event)
{
    chooseScrollBar();
    QScrollArea::resizeEvent(event);
    setFocusPolicy(verticalScrollBar()->maximum() > 0 ? Qt::StrongFocus : Qt::NoFocus);
}

} // namespace lanyard

#include "moc_messagetext.cpp"
