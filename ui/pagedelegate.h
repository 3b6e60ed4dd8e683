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

    /// Rows of a list in a low window, which are as low as they may be.
    void setLow(bool isLow) { m_isLow = isLow; }
    [[nodiscard]] bool isLow() const { return m_isLow; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_isLow = false;
};

} // namespace lanyard
