#include "ui/look/badge.h"

#include "ui/look/spacing.h"

#include <QPainter>

namespace lanyard {

Badge::Badge(const QString &text, QWidget *parent) : PlainLabel(text, parent)
{
    setForegroundRole(QPalette::HighlightedText);
    setBackgroundRole(QPalette::Highlight);
    setContentsMargins(space(Space::Small), space(Space::Hair), space(Space::Small), space(Space::Hair));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(backgroundRole()));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    }
    PlainLabel::paintEvent(event);
}

} // namespace lanyard

#include "moc_badge.cpp"
