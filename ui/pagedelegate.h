#pragma once

#include <QStyledItemDelegate>

namespace lanyard {

/// Paints a page of the sidebar: its icon and name, and quietly at the end what is to be known of it. The one that is
/// shown is on a rounded surface in the desktop's colour for what is selected.
class PageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// What stands at the end: a count or a mark.
    static constexpr int RemarkRole = Qt::UserRole;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lanyard
