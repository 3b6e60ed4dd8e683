#include "ui/common/plainlabel.h"

namespace lanyard {

PlainLabel::PlainLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
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
