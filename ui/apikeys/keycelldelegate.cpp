#include "ui/apikeys/keycelldelegate.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keystate.h"
#include "ui/look/fixedfont.h"
#include "ui/look/spacing.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace lanyard {

void KeyCellDelegate::showMark(QStyleOptionViewItem &option, QLatin1StringView name, Tone tone)
{
    const QColor colour = toneColour(tone, option);
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.decorationSize = QSize(iconSide(), iconSide());
    option.icon = icon(name, colour);
    option.palette.setColor(QPalette::Text, colour);
}

// Rather than a time that is cut: "5:43" may be in the morning or in the evening.
void KeyCellDelegate::showDayAloneIfNarrow(QStyleOptionViewItem *option, const QString &day)
{
    if (!day.isEmpty() && isCut(*option))
        option->text = inOwnDirection(day);
}

// A part of a revealed secret would show it to others, and serve nobody: the details have room for all of it.
void KeyCellDelegate::showMaskIfNarrow(QStyleOptionViewItem *option, const QString &mask)
{
    if (isCut(*option))
        option->text = leftToRight(mask);
}

// Asked for the width of a column, there is no room yet.
bool KeyCellDelegate::isCut(const QStyleOptionViewItem &option)
{
    if (option.rect.isEmpty() || !option.widget)
        return false;
    const int margin = option.widget->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    return option.fontMetrics.horizontalAdvance(option.text) > option.rect.width() - 2 * margin;
}

void KeyCellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CutTextDelegate::initStyleOption(option, index);
    const bool isDead = index.data(ApiKeysModel::IsDeadRole).toBool();
    const KeyMark mark = keyMark(static_cast<ApiKey::State>(index.data(ApiKeysModel::StateRole).toInt()));
    switch (index.column()) {
    case ApiKeysModel::Expires:
    case ApiKeysModel::Created:
        showDayAloneIfNarrow(option, index.data(ApiKeysModel::DayRole).toString());
        break;
    case ApiKeysModel::Name: {
        // Not by the colour alone.
        const auto *table = qobject_cast<const QTableView *>(option->widget);
        if (isDead && table && table->isColumnHidden(ApiKeysModel::Status))
            showMark(*option, mark.icon, mark.tone);
        break;
    }
    case ApiKeysModel::Status:
        return showMark(*option, mark.icon, mark.tone);
    case ApiKeysModel::Key:
    case ApiKeysModel::ClientSecret: {
        if (index.column() == ApiKeysModel::Key && m_copied.isValid() && m_copied.row() == index.row()) {
            option->text = tr("Copied");
            return showMark(*option, "ok"_L1, Tone::Good);
        }
        option->font = fixedFont().resolve(option->font);
        option->fontMetrics = QFontMetrics(option->font);
        option->text = leftToRight(index.data().toString());
        showMaskIfNarrow(option, index.data(ApiKeysModel::MaskRole).toString());
        option->textElideMode = Qt::ElideLeft; // its end tells it from others
        break;
    }
    default:
        break;
    }
    const bool isUnnamed = index.column() == ApiKeysModel::Name && index.data(ApiKeysModel::IsUnnamedRole).toBool();
    if (isDead || isUnnamed)
        option->palette.setColor(QPalette::Text, toneColour(Tone::Quiet, *option));
}

} // namespace lanyard

#include "moc_keycelldelegate.cpp"
