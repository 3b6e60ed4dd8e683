#pragma once

#include "ui/common/cuttextdelegate.h"

namespace lanyard {

/// Shows texts of several lines with room around them, each word whole: one that is wider than its column is broken
/// where its line is full. Below the text, a picture, if there is one.
class RoomyDelegate : public CutTextDelegate
{
    Q_OBJECT

public:
    static constexpr int PictureRole = Qt::UserRole + 1; ///< QImage, shown small

    using CutTextDelegate::CutTextDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lanyard
