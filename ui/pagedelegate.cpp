#include "ui/pagedelegate.h"

#include "ui/look/contrast.h"
#include "ui/look/spacing.h"

#include <QIcon>
#include <QPainter>
#include <QStyle>

namespace lanyard {

namespace {

// Its share of the text's opacity, over what is behind it.
constexpr float HoveredOpacity = 0.08F;

void paintSurface(QPainter &painter, const QStyleOptionViewItem &option)
{
    const QPalette::ColorGroup group = colourGroup(option);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QColor surface = option.palette.color(group, isSelected ? QPalette::Highlight : QPalette::WindowText);
    if (!isSelected)
        surface.setAlphaF(HoveredOpacity);
    const double radius = space(Space::Small);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(surface);
    painter.drawRoundedRect(option.rect, radius, radius);
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    const double inset = space(Space::Hair);
    painter.setPen(option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::WindowText));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius - inset / 2,
                            radius - inset / 2);
}

} // namespace

QSize PageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, option.fontMetrics.height() + 2 * space(m_isLow ? Space::Hair : Space::Medium)};
}

void PageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isSelected = isEnabled && option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip); // a blended edge would stay when the row is painted anew
    if (isSelected || (isEnabled && option.state.testFlag(QStyle::State_MouseOver)))
        paintSurface(*painter, option);

    const int margin = space(Space::Small);
    const auto placed = [&option](int left, int width) {
        const QRect part(option.rect.left() + left, option.rect.top(), width, option.rect.height());
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString remark = index.data(RemarkRole).toString();
    const int side = iconSide();
    const int remarkWidth = option.fontMetrics.horizontalAdvance(remark);
    const QIcon::Mode mode = !isEnabled ? QIcon::Disabled : isSelected ? QIcon::Selected : QIcon::Normal;
    // Alone, it is in the middle.
    const int iconLeft = name.isEmpty() ? (option.rect.width() - side) / 2 : margin;
    QRect square(0, 0, side, side);
    square.moveCenter(placed(iconLeft, side).center());
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, square, Qt::AlignCenter, mode);

    const QPalette::ColorGroup group = colourGroup(option);
    const auto colour = [&](QPalette::ColorRole role) {
        return option.palette.color(group, isSelected ? QPalette::HighlightedText : role);
    };
    const int textLeft = margin + side + space(Space::Medium);
    const int textWidth = option.rect.width() - textLeft - remarkWidth - 2 * margin;
    const auto leading = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter->setFont(option.font);
    painter->setPen(colour(QPalette::WindowText));
    painter->drawText(placed(textLeft, textWidth), leading,
                      option.fontMetrics.elidedText(name, Qt::ElideRight, textWidth));
    painter->setPen(colour(isEnabled ? QPalette::PlaceholderText : QPalette::WindowText));
    painter->drawText(placed(option.rect.width() - remarkWidth - margin, remarkWidth), Qt::AlignCenter, remark);
    painter->restore();
}

} // namespace lanyard

#include "moc_pagedelegate.cpp"
