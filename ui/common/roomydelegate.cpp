#include "ui/common/roomydelegate.h"

#include "ui/look/breaks.h"
#include "ui/look/spacing.h"

#include <QImage>
#include <QPainter>
#include <QStyle>
#include <QTextBoundaryFinder>

namespace lanyard {

namespace {

constexpr int LinesOfPicture = 4;

// One box for each, whatever its shape: pictures that are compared stand beside each other.
QSize pictureBox(const QImage &picture, const QFontMetrics &metrics)
{
    const int side = LinesOfPicture * metrics.lineSpacing();
    return picture.isNull() ? QSize(0, 0) : QSize(side, side);
}

QRect pictureIn(const QRect &box, const QImage &picture)
{
    QRect place(QPoint(0, 0), picture.size().scaled(box.size(), Qt::KeepAspectRatio));
    place.moveCenter(box.center());
    return place;
}

// With room above and below the text, which may have several lines.
int roomAbove(const QStyleOptionViewItem &option)
{
    return qMax(space(Space::Small), (listRowHeight() - option.fontMetrics.height()) / 2 - 1);
}

// As many characters of @p word as fit into @p width, and one at least.
qsizetype fittingStart(int width, const QString &word, const QFontMetrics &metrics)
{
    int length = 1;
    while (length < word.size() && metrics.horizontalAdvance(word, length + 1) <= width)
        ++length;
    return length;
}

// A word that is wider than @p width is broken where its own line is full: cut, two that differ at their ends would
// look alike.
QString fittedInto(int width, const QString &text, const QFontMetrics &metrics)
{
    QString fitted;
    QTextBoundaryFinder words(QTextBoundaryFinder::Line, text);
    for (qsizetype start = 0, end = words.toNextBoundary(); end > 0; start = end, end = words.toNextBoundary()) {
        const QString word = text.mid(start, end - start);
        fitted += metrics.horizontalAdvance(word.trimmed()) <= width
                      ? word
                      : breakable(word, fittingStart(width, word, metrics), 1);
    }
    return fitted;
}

} // namespace

void RoomyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, option.widget);
    QStyleOptionViewItem inner = option;
    inner.rect.adjust(0, roomAbove(option), 0, -roomAbove(option));
    if (option.direction == Qt::RightToLeft)
        inner.rect.setLeft(inner.rect.left() + space(Space::Small));
    else
        inner.rect.setRight(inner.rect.right() - space(Space::Small));
    const auto picture = index.data(PictureRole).value<QImage>();
    const QSize size = pictureBox(picture, option.fontMetrics);
    inner.rect.setHeight(inner.rect.height() - size.height());
    CutTextDelegate::paint(painter, inner, index);
    const QRect box(inner.rect.left() + space(Space::Small), inner.rect.bottom() + 1, size.width(), size.height());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(pictureIn(QStyle::visualRect(option.direction, inner.rect, box), picture), picture);
}

QSize RoomyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem inner = option;
    inner.rect.setWidth(qMax(0, inner.rect.width() - space(Space::Small)));
    const QSize picture = pictureBox(index.data(PictureRole).value<QImage>(), option.fontMetrics);
    const QSize hint =
        CutTextDelegate::sizeHint(inner, index) + QSize(space(Space::Small), 2 * roomAbove(option) + picture.height());
    // Some other font has the marks of direction around a text, and is taller by a pixel or two.
    constexpr int otherFont = 2;
    const bool isOneLine = hint.height() <= listRowHeight() + otherFont;
    return {hint.width(), isOneLine ? listRowHeight() : hint.height()};
}

void RoomyDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CutTextDelegate::initStyleOption(option, index);
    const bool hasIcon = option->features.testFlag(QStyleOptionViewItem::HasDecoration);
    const int room = option->rect.width() - (hasIcon ? option->decorationSize.width() : 0) - 2 * space(Space::Small);
    if (room > 0) // asked for the width of a column, there is none yet
        option->text = fittedInto(room, option->text, option->fontMetrics);
}

} // namespace lanyard

#include "moc_roomydelegate.cpp"
