#include "ui/common/flowlayout.h"

#include "ui/look/spacing.h"

#include <QLabel>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace lanyard {

namespace {

// A text that may wrap would do so where there is room for it in one line: its own hint is a paragraph's.
int wantedWidth(const QLayoutItem &item)
{
    const auto *label = qobject_cast<const QLabel *>(const_cast<QLayoutItem &>(item).widget());
    if (!label || !label->wordWrap() || label->textFormat() == Qt::RichText || label->text().contains(u'\n'))
        return item.sizeHint().width();
    const QMargins margins = label->contentsMargins();
    const int text = label->fontMetrics().size(Qt::TextShowMnemonic, label->text()).width();
    return text + margins.left() + margins.right() + 2 * label->margin();
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(space(Space::Medium));
}

// One after the other: a layout in it takes itself out of this one when it is destroyed.
FlowLayout::~FlowLayout()
{
    while (const QLayoutItem *item = takeAt(0))
        delete item;
}

void FlowLayout::addRow(QLayout *row)
{
    addChildLayout(row);
    addItem(row);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(static_cast<std::size_t>(index)).get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items.at(static_cast<std::size_t>(index)).release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

// All on one line.
QSize FlowLayout::sizeHint() const
{
    QSize size(-spacing(), 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = QSize(size.width() + wantedWidth(*item) + spacing(),
                         std::max(size.height(), item->sizeHint().height()));
    }
    return size.expandedTo(minimumSize());
}

// Each on a line of its own; the height depends on the width.
QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::heightForWidth(int width) const
{
    return placeAll(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    placeAll(rect, true);
}

std::vector<FlowLayout::Line> FlowLayout::lines(int width) const
{
    std::vector<Line> all;
    int used = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const int wanted = wantedWidth(*item);
        if (all.empty() || used + spacing() + wanted > width) {
            all.emplace_back();
            used = -spacing();
        }
        all.back().push_back(item.get());
        used += spacing() + wanted;
    }
    return all;
}

// Returns the height of the line.
int FlowLayout::place(const Line &line, const QRect &room, bool reallyPlace) const
{
    int left = room.width() + spacing();
    int expanding = 0;
    for (const QLayoutItem *item : line) {
        left -= wantedWidth(*item) + spacing();
        expanding += item->expandingDirections() & Qt::Horizontal ? 1 : 0;
    }
    const auto widthOf = [&](const QLayoutItem *item) {
        const bool takesRest = expanding > 0 && (item->expandingDirections() & Qt::Horizontal);
        const int wanted = wantedWidth(*item) + (takesRest ? std::max(0, left / expanding) : 0);
        return std::min(wanted, room.width());
    };
    const auto heightOf = [&](const QLayoutItem *item) {
        return item->hasHeightForWidth() ? item->heightForWidth(widthOf(item)) : item->sizeHint().height();
    };
    int height = 0;
    for (const QLayoutItem *item : line)
        height = std::max(height, heightOf(item));
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = room.x();
    for (QLayoutItem *item : line) {
        const int width = widthOf(item);
        const QRect rect(x, room.y() + (height - heightOf(item)) / 2, width, heightOf(item));
        if (reallyPlace)
            item->setGeometry(QStyle::visualRect(direction, geometry(), rect));
        x += width + spacing();
    }
    return height;
}

// Returns the height of all lines.
int FlowLayout::placeAll(const QRect &room, bool reallyPlace) const
{
    int y = room.y();
    for (const Line &line : lines(room.width()))
        y += place(line, QRect(room.x(), y, room.width(), 0), reallyPlace) + spacing();
    return std::max(0, y - room.y() - spacing());
}

} // namespace lanyard

#include "moc_flowlayout.cpp"
