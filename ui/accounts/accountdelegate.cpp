#include "ui/accounts/accountdelegate.h"

#include "core/base/shortened.h"
#include "core/base/text.h"
#include "ui/accounts/accounttext.h"
#include "ui/common/cutlabel.h"
#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QAbstractItemView>
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

QString whereAt(const QModelIndex &index, int room, const QFontMetrics &metrics)
{
    const QString server = index.data(LineServer).toString();
    return server.isEmpty() ? QString()
                            : shortenedAccount(index.data(LineUserName).toString(), server, room, widthIn(metrics));
}

// Whether what the account needs is below where it is.
bool needsLine(const QModelIndex &index, const QFontMetrics &metrics, int room)
{
    const int needs = metrics.horizontalAdvance(index.data(LineNeeds).toString());
    const int where =
        metrics.horizontalAdvance(accountName(index.data(LineUserName).toString(), index.data(LineServer).toString()));
    return needs > 0 && where + space(Space::Medium) + needs > room;
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
    model.setData(item, toolTipText(text.line()), Qt::ToolTipRole);
}

// What it needs never takes room from the account, which may differ from another at its end alone.
QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int room = (view ? view->viewport()->width() : option.rect.width()) - 2 * space(Space::Medium);
    const int below = needsLine(index, option.fontMetrics, room) ? 2 : 1;
    const int lines = QFontMetrics(bold(option.font)).lineSpacing() + below * option.fontMetrics.lineSpacing();
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
    QRect line = cell.rect.adjusted(margin, margin, -margin, 0);
    painter->setFont(bold(cell.font));
    line.setHeight(painter->fontMetrics().lineSpacing());
    painter->setPen(textColour(cell, {}));
    const TextWidth boldWidth = widthIn(painter->fontMetrics());
    drawPart(*painter, cell, line, Qt::AlignLeft,
             inOwnDirection(shortenedInTheMiddle(index.data(LineName).toString(), line.width(), boldWidth)));

    painter->setFont(cell.font);
    const QFontMetrics metrics = painter->fontMetrics();
    line = QRect(line.left(), line.bottom() + 1, line.width(), metrics.lineSpacing());
    const QString needs = index.data(LineNeeds).toString();
    const bool isBelow = needsLine(index, metrics, line.width());
    const QRect end = isBelow ? line.translated(0, line.height())
                              : line.adjusted(qMax(0, line.width() - metrics.horizontalAdvance(needs) - 1), 0, 0, 0);
    painter->setPen(textColour(cell, index.data(LineIsUrgent).toBool() ? Tone::Warning : Tone::Quiet));
    drawPart(*painter, cell, end, isBelow ? Qt::AlignLeft : Qt::AlignRight, needs);
    painter->setPen(textColour(cell, Tone::Quiet));
    drawPart(*painter, cell, line, Qt::AlignLeft, leftToRight(whereAt(index, line.width(), metrics)));
    painter->restore();
}

} // namespace lanyard

#include "moc_accountdelegate.cpp"
