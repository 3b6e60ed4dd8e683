#include "ui/apikeys/keycelldelegate.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "ui/look/icons.h"

#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct Mark
{
    QLatin1StringView icon;
    Tone tone;
};

Mark markOf(ApiKey::State state)
{
    switch (state) {
    case ApiKey::State::Usable:
        return {"ok"_L1, Tone::Good};
    case ApiKey::State::Expiring:
        return {"expiring"_L1, Tone::Warning};
    case ApiKey::State::Unknown:
    case ApiKey::State::NotYet:
    case ApiKey::State::NoKey:
        return {"unknown"_L1, Tone::Warning};
    case ApiKey::State::Expired:
        return {"expired"_L1, Tone::Quiet};
    case ApiKey::State::Revoked:
        break;
    }
    return {"revoked"_L1, Tone::Bad};
}

} // namespace

void KeyCellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CutTextDelegate::initStyleOption(option, index);
    const auto state = static_cast<ApiKey::State>(index.data(ApiKeysModel::StateRole).toInt());
    const bool unusable = state == ApiKey::State::Expired || state == ApiKey::State::Revoked;
    switch (index.column()) {
    case ApiKeysModel::Status: {
        const Mark mark = markOf(state);
        const QColor colour = toneColour(mark.tone, *option);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = icon(mark.icon, colour);
        option->palette.setColor(QPalette::Text, colour);
        return;
    }
    case ApiKeysModel::Key:
    case ApiKeysModel::ClientSecret: {
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
