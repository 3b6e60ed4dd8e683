#pragma once

#include <QStyledItemDelegate>

namespace lanyard {

struct AccountText;

/// An account in two lines: its name, and below that where it is and what it needs, which has a line of its own where
/// there is too little room for both.
class AccountDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Under Qt::UserRole of each item.
    static void setText(QAbstractItemModel &model, int row, const AccountText &text);
};

} // namespace lanyard
