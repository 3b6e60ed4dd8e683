#include "ui/common/plainlabel.h"

#include <QEvent>

namespace lanyard {

PlainLabel::PlainLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignWithWindow();
}

void PlainLabel::showEvent(QShowEvent *event)
{
    alignWithWindow();
    QLabel::showEvent(event);
}

// Qt aligns a text at the edge where its own letters begin: an English heading at the far end of a window that is
// laid out right to left.
void PlainLabel::alignWithWindow()
{
    const Qt::Alignment now = alignment();
    const bool isOurs = now & Qt::AlignAbsolute;
    if (!isOurs && !(now & Qt::AlignLeft))
        return;
    const Qt::Alignment edge = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment wanted = (now & Qt::AlignVertical_Mask) | Qt::AlignAbsolute | edge;
    if (now != wanted)
        setAlignment(wanted);
}

Heading::Heading(const QString &text, double scale, QWidget *parent) : PlainLabel(text, parent)
{
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * scale);
    larger.setBold(true);
    setFont(larger);
}

} // namespace lanyard

#include "moc_plainlabel.cpp"
