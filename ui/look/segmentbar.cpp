#include "ui/look/segmentbar.h"

#include "ui/look/contrast.h"
#include "ui/look/spacing.h"

#include <QPainter>

namespace lanyard {

SegmentBar::SegmentBar(QWidget *parent) : QTabBar(parent)
{
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
}

QSize SegmentBar::tabSizeHint(int index) const
{
    const QFontMetrics metrics = fontMetrics();
    const int text = metrics.size(Qt::TextShowMnemonic, tabText(index)).width();
    return {text + 2 * space(Space::Medium), metrics.height() + 2 * space(Space::Small)};
}

QSize SegmentBar::minimumTabSizeHint(int index) const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.size(Qt::TextShowMnemonic, tabText(index)).width(), metrics.height() + 2 * space(Space::Small)};
}

void SegmentBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.08F));
    const double radius = space(Space::Small);
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
    for (int index = 0; index < count(); ++index)
        paintSegment(painter, index);
}

void SegmentBar::paintSegment(QPainter &painter, int index) const
{
    const QColor text = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    const bool isChosen = index == currentIndex();
    if (isChosen) {
        const QColor surface = palette().color(QPalette::Base);
        const QColor edge = hasFocus() ? palette().color(QPalette::Highlight) : palette().color(QPalette::Mid);
        painter.setBrush(surface);
        painter.setPen(QPen(readable(edge, surface, MarkContrast), hasFocus() ? 2 : 1));
        const double radius = space(Space::Small);
        painter.drawRoundedRect(QRectF(tabRect(index)).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius);
    }
    painter.setPen(text);
    painter.drawText(tabRect(index), static_cast<int>(Qt::AlignCenter) | Qt::TextShowMnemonic,
                     fontMetrics().elidedText(tabText(index), elideMode(), tabRect(index).width()));
}

} // namespace lanyard

#include "moc_segmentbar.cpp"
