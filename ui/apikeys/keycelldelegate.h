#pragma once

#include <QStyledItemDelegate>

namespace lanyard {

/// Paints the state of a key with an icon beside its word, and keys and secrets in a fixed-width font from left to
/// right.
class KeyCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lanyard
