#include "ui/apikeys/keycelldelegate.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keystate.h"
#include "ui/look/spacing.h"

#include <QFontDatabase>

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

void KeyCellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CutTextDelegate::initStyleOption(option, index);
    const auto state = static_cast<ApiKey::State>(index.data(ApiKeysModel::StateRole).toInt());
    const bool unusable = state == ApiKey::State::Expired || state == ApiKey::State::Revoked;
    switch (index.column()) {
    case ApiKeysModel::Status: {
        const KeyMark mark = keyMark(state);
        return showMark(*option, mark.icon, mark.tone);
    }
    case ApiKeysModel::Key:
    case ApiKeysModel::ClientSecret: {
        if (index.column() == ApiKeysModel::Key && m_copied.isValid() && m_copied.row() == index.row()) {
            option->text = tr("Copied");
            return showMark(*option, "ok"_L1, Tone::Good);
        }
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(option->font.pointSizeF());
        option->font = fixed;
        option->fontMetrics = QFontMetrics(option->font);
        option->text = leftToRight(index.data().toString());
        break;
    }
    default:
        break;
    }
    if (unusable)
        option->palette.setColor(QPalette::Text, toneColour(Tone::Quiet, *option));
}

} // namespace lanyard

#include "moc_keycelldelegate.cpp"
