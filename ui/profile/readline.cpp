#include "ui/profile/readline.h"

#include "ui/look/spacing.h"

#include <QPainter>
#include <QStyleOptionFrame>

namespace lanyard {

ReadLine::ReadLine()
{
    constexpr int own = 2; // pixels: Qt's margin around the text, which is to begin where its label does
    setTextMargins(-own, 0, -own, 0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, &QWidget::updateGeometry);
}

QSize ReadLine::sizeFor(const QString &shown) const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    const int around = 2 * space(Space::Hair) + style()->pixelMetric(QStyle::PM_TextCursorWidth, &option, this);
    const QSize content(fontMetrics().horizontalAdvance(shown) + around, fontMetrics().height());
    const int width = style()->sizeFromContents(QStyle::CT_LineEdit, &option, content, this).width();
    return {width, QLineEdit::sizeHint().height()};
}

QSize ReadLine::sizeHint() const
{
    return sizeFor(text().isEmpty() ? placeholderText() : text());
}

QSize ReadLine::minimumSizeHint() const
{
    constexpr qsizetype longestNumber = 20; // of 64 bits
    return sizeFor(QString(longestNumber, u'0')).boundedTo(sizeHint());
}

void ReadLine::paintEvent(QPaintEvent *event)
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
    if (hasFocus() || shown == text())
        return QLineEdit::paintEvent(event);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const int place = static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment() | Qt::AlignVCenter));
    style()->drawItemText(&painter, room, place, palette(), isEnabled(), shown, QPalette::Text);
}

} // namespace lanyard
