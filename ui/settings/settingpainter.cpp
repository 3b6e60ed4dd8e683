#include "ui/settings/settingpainter.h"

#include "core/base/text.h"
#include "core/document/notation.h"
#include "core/models/settingsmodel.h"
#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"
#include "ui/settings/settingeditors.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QSize iconSize()
{
    return {iconSide(), iconSide()};
}

// Numbers, colours, addresses and JSON are read left to right in every language; not a date that is written in it.
bool readsLeftToRight(const QModelIndex &index)
{
    if (index.column() != SettingsModel::Value || settingKindOf(index) == SettingKind::Text)
        return false;
    return SettingType{settingKindOf(index)}.isNumber() ||
           index.data(SettingsModel::LocalTextRole).toString().isEmpty();
}

// With an edge, which is seen on any background, even one of the same colour.
QPixmap swatchOn(const QColor &background, const QColor &colour)
{
    QPixmap swatch(iconSize());
    swatch.fill(toneColour(Tone::Quiet, background));
    const int edge = qMax(1, iconSide() / 16);
    QPainter(&swatch).fillRect(swatch.rect().adjusted(edge, edge, -edge, -edge), colour);
    return swatch;
}

QIcon swatchOf(const QModelIndex &index, const QStyleOptionViewItem &option)
{
    if (settingKindOf(index) != SettingKind::Colour || isSecretSetting(index))
        return {};
    const auto rgb = rgbOfColour(index.data(Qt::EditRole).toString());
    if (!rgb)
        return {};
    const bool isAlternate = option.features.testFlag(QStyleOptionViewItem::Alternate);
    const auto group = colourGroup(option);
    const QColor colour = QColor::fromRgb(*rgb);
    QIcon shown(swatchOn(option.palette.color(isAlternate ? QPalette::AlternateBase : QPalette::Base), colour));
    shown.addPixmap(swatchOn(option.palette.color(group, QPalette::Highlight), colour), QIcon::Selected);
    return shown;
}

QIcon markOf(const QModelIndex &index, const QStyleOptionViewItem &option)
{
    if (!index.data(SettingsModel::ProblemRole).toString().isEmpty())
        return icon("warning"_L1, toneColour(Tone::Bad, option));
    if (index.data(SettingsModel::ReadOnlyRole).toBool())
        return icon("lock"_L1, toneColour(Tone::Quiet, option));
    return swatchOf(index, option);
}

// Beside the name, which is always there: of a branch only while the setting itself is not in sight.
void markNews(QStyleOptionViewItem *option, const QModelIndex &index)
{
    const bool isOpen =
        option->state.testFlag(QStyle::State_Open) && !index.data(SettingsModel::IsSettingRole).toBool();
    if (index.column() != SettingsModel::Name || isOpen || !index.data(SettingsModel::NewsRole).toBool())
        return;
    option->icon = icon("info"_L1, toneColour(Tone::Warning, *option));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = iconSize();
}

void markChanged(QStyleOptionViewItem *option)
{
    option->text = u"● "_s + option->text;
}

void markValue(QStyleOptionViewItem *option, const QModelIndex &index)
{
    if (index.data(SettingsModel::ChangedRole).toBool()) {
        option->font.setBold(true);
        markChanged(option);
    }
    option->icon = markOf(index, *option);
    if (!index.data(SettingsModel::ProblemRole).toString().isEmpty())
        option->palette.setColor(QPalette::Text, toneColour(Tone::Bad, *option));
    if (!option->icon.isNull()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = iconSize();
    }
}

// A category is a heading; its groups are of second rank. Folded, it marks what is unsaved in it.
void showBranch(QStyleOptionViewItem *option, const QModelIndex &index)
{
    const bool isFolded = !option->state.testFlag(QStyle::State_Open);
    if (isFolded && index.column() == SettingsModel::Name && index.data(SettingsModel::ChangedRole).toBool())
        markChanged(option);
    if (index.parent().isValid())
        option->palette.setColor(QPalette::Text, toneColour(Tone::Quiet, *option));
    else
        option->font.setBold(true);
}

// From where the name begins to the end of the row. Null for a setting, and where the user has moved the names away
// from the beginning of the rows.
QRect wholeHeading(const QTreeView *view, const QModelIndex &name)
{
    const QHeaderView *columns = view ? view->header() : nullptr;
    if (!columns || columns->visualIndex(SettingsModel::Name) != 0 || name.data(SettingsModel::IsSettingRole).toBool())
        return {};
    QRect all = view->visualRect(name);
    for (int column = 0; column < columns->count(); ++column) {
        if (!columns->isSectionHidden(column))
            all |= view->visualRect(name.siblingAtColumn(column));
    }
    return all;
}

} // namespace

// Each cell paints its part of it. QTreeView::setFirstColumnSpanned() would keep a list that is searched for each row.
void SettingPainter::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const QModelIndex name = index.siblingAtColumn(SettingsModel::Name);
    const QRect heading = wholeHeading(view, name);
    if (heading.isNull())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem whole = option;
    whole.rect = heading;
    whole.state.setFlag(QStyle::State_HasFocus, view->hasFocus() && view->currentIndex() == name);
    whole.viewItemPosition = QStyleOptionViewItem::OnlyOne;
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    QStyledItemDelegate::paint(painter, whole, name);
    painter->restore();
}

QSize SettingPainter::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).expandedTo(QSize(0, listRowHeight()));
}

// The box, and what is beside and above it up to the edges of the cell.
QRect SettingPainter::switchRect(QStyleOptionViewItem option, const QModelIndex &value) const
{
    initStyleOption(&option, value);
    if (!option.features.testFlag(QStyleOptionViewItem::HasCheckIndicator) || !option.widget)
        return {};
    const QRect box =
        option.widget->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, option.widget);
    QRect area = option.rect;
    if (option.direction == Qt::RightToLeft)
        area.setLeft(box.left());
    else
        area.setRight(box.right());
    return area;
}

void SettingPainter::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = readsLeftToRight(index) ? leftToRight(option->text) : inOwnDirection(option->text);
    if (!index.data(SettingsModel::IsSettingRole).toBool())
        showBranch(option, index);
    else if (index.column() == SettingsModel::Value)
        markValue(option, index);
    else if (index.column() != SettingsModel::Name || index.data(SettingsModel::IsUnnamedRole).toBool())
        option->palette.setColor(QPalette::Text, toneColour(Tone::Quiet, *option));
    markNews(option, index);
}

// Only for what the cell itself does not show: a cut text, the type, why a value is locked.
bool SettingPainter::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const QRect heading = wholeHeading(qobject_cast<const QTreeView *>(view), index);
    const QRect room = heading.isNull() ? view->visualRect(index) : heading;
    const bool isCut = sizeHint(option, index).width() > room.width();
    const bool saysMore = index.data(Qt::ToolTipRole).toString() != toolTipText(index.data().toString());
    if (event->type() == QEvent::ToolTip && !isCut && !saysMore) {
        QToolTip::hideText();
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace lanyard

#include "moc_settingpainter.cpp"
