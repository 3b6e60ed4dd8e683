#include "ui/accounts/accountdelegate.h"

#include "core/base/shortened.h"
#include "core/base/text.h"
#include "ui/accounts/accounttext.h"
#include "ui/common/cutlabel.h"
#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QPainter>

#include <optional>

namespace lanyard {

namespace {

enum LineRole { LineName = Qt::UserRole, LineUserName, LineServer, LineNeeds, LineIsUrgent };

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

// That of the style where the cell is selected, and where no tone is wanted.
QColor textColour(const QStyleOptionViewItem &cell, std::optional<Tone> tone)
{
    const bool isSelected = cell.state & QStyle::State_Selected;
    const auto group = colourGroup(cell);
    if (!isSelected && tone)
        return toneColour(*tone, cell);
    return cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
}

void drawPart(QPainter &painter, const QStyleOptionViewItem &cell, const QRect &room, Qt::Alignment side,
              const QString &text)
{
    const QRect place = QStyle::visualRect(cell.direction, cell.rect, room);
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    const auto alignment = QStyle::visualAlignment(cell.direction, side | Qt::AlignVCenter);
    painter.drawText(place, static_cast<int>(alignment | Qt::AlignAbsolute | Qt::TextSingleLine), shown);
}

} // namespace

void AccountDelegate::setText(QAbstractItemModel &model, int row, const AccountText &text)
{
    const QModelIndex item = model.index(row, 0);
    model.setData(item, text.name, LineName);
    model.setData(item, text.userName, LineUserName);
    model.setData(item, text.server, LineServer);
    model.setData(item, text.needs, LineNeeds);
    model.setData(item, text.isUrgent, LineIsUrgent);
    model.setData(item, text.line(), Qt::DisplayRole); // what is read aloud, and searched
    model.setData(item, text.line(), Qt::ToolTipRole);
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(bold(option.font)).lineSpacing() + option.fontMetrics.lineSpacing();
    return {option.fontMetrics.averageCharWidth() * 10, lines + 2 * space(Space::Medium)};
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    painter->save();
    const int margin = space(Space::Medium);
    QRect upper = cell.rect.adjusted(margin, margin, -margin, 0);
    painter->setFont(bold(cell.font));
    upper.setHeight(painter->fontMetrics().lineSpacing());
    painter->setPen(textColour(cell, {}));
    drawPart(*painter, cell, upper, Qt::AlignLeft, inOwnDirection(index.data(LineName).toString()));

    painter->setFont(cell.font);
    QRect lower(upper.left(), upper.bottom() + 1, upper.width(), painter->fontMetrics().lineSpacing());
    const QString needs = index.data(LineNeeds).toString();
    const int wanted = painter->fontMetrics().horizontalAdvance(needs);
    const QRect end = lower.adjusted(qMax(0, lower.width() - wanted - 1), 0, 0, 0);
    painter->setPen(textColour(cell, index.data(LineIsUrgent).toBool() ? Tone::Warning : Tone::Quiet));
    drawPart(*painter, cell, end, Qt::AlignRight, needs);
    lower.setRight(needs.isEmpty() ? lower.right() : end.left() - space(Space::Medium));
    painter->setPen(textColour(cell, Tone::Quiet));
    const QString server = index.data(LineServer).toString();
    if (lower.width() > 0 && !server.isEmpty())
        drawPart(*painter, cell, lower, Qt::AlignLeft,
                 leftToRight(shortenedAccount(index.data(LineUserName).toString(), server, lower.width(),
                                              widthIn(painter->fontMetrics()))));
    painter->restore();
}

} // namespace lanyard

#include "moc_accountdelegate.cpp"
