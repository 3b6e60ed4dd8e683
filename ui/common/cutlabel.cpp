#include "ui/common/cutlabel.h"

#include "core/base/text.h"
#include "ui/look/characterwidth.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace lanyard {

namespace {

constexpr int CharactersLeft = 4;

} // namespace

QSize CutLabel::minimumSizeHint() const
{
    const QSize whole = PlainLabel::minimumSizeHint();
    const QMargins margins = contentsMargins();
    return {qMin(whole.width(), characterWidth(fontMetrics()) * CharactersLeft + margins.left() + margins.right()),
            whole.height()};
}

QString CutLabel::shownText() const
{
    return cutText(contentsRect().width());
}

QString CutLabel::cutText(int room) const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, room);
}

QString NameLabel::cutText(int room) const
{
    return shortenedInTheMiddle(text(), room, widthIn(fontMetrics()));
}

ServerLabel::ServerLabel(QWidget *parent) : CutLabel({}, parent)
{
    setLayoutDirection(Qt::LeftToRight);
}

QString ServerLabel::cutText(int room) const
{
    return shortenedServer(text(), room, widthIn(fontMetrics()));
}

TextWidth widthIn(const QFontMetrics &metrics)
{
    return [metrics](const QString &text) { return metrics.horizontalAdvance(text); };
}

bool CutLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && shownText() != text()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipText(text()), this);
        return true;
    }
    return PlainLabel::event(event);
}

// As QLabel does it: the words in the order of their own language, whatever the direction of the window.
void CutLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isOwn = testAttribute(Qt::WA_SetLayoutDirection);
    const bool isReversed = isOwn ? isRightToLeft() : text().isRightToLeft();
    const int order = isReversed ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    style()->drawItemText(&painter, contentsRect(),
                          static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())) | order, palette(),
                          isEnabled(), shownText(), foregroundRole());
}

} // namespace lanyard

#include "moc_cutlabel.cpp"
