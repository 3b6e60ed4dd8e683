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

QColor SegmentBar::ground() const
{
    return mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.08F);
}

void SegmentBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground());
    const double radius = space(Space::Small);
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
    for (int index = 0; index < count(); ++index)
        paintSegment(painter, index);
}

// The chosen one in the colour of what is selected, with an edge that is seen where that is as dark as the ground.
void SegmentBar::paintSegment(QPainter &painter, int index) const
{
    const bool isChosen = index == currentIndex();
    const auto colour = [this](QPalette::ColorRole role) {
        return palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, role);
    };
    const QRectF place = QRectF(tabRect(index)).adjusted(1.5, 1.5, -1.5, -1.5);
    QColor text = colour(QPalette::WindowText);
    if (isChosen && isEnabled())
        text = colour(QPalette::HighlightedText);
    if (isChosen) {
        const QColor accent = isEnabled() ? colour(QPalette::Highlight) : ground();
        const double radius = space(Space::Small);
        painter.setBrush(accent);
        painter.setPen(QPen(readable(isEnabled() ? accent : text, ground(), MarkContrast), 1));
        painter.drawRoundedRect(place, radius, radius);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(text);
        const int inside = space(Space::Hair);
        if (hasFocus())
            painter.drawRoundedRect(place.adjusted(inside, inside, -inside, -inside), radius, radius);
    }
    painter.setPen(text);
    painter.drawText(tabRect(index), static_cast<int>(Qt::AlignCenter) | Qt::TextShowMnemonic,
                     fontMetrics().elidedText(tabText(index), elideMode(), tabRect(index).width()));
}

} // namespace lanyard

#include "moc_segmentbar.cpp"
