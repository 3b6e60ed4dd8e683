#pragma once

#include <QStyledItemDelegate>

namespace lanyard {

/// Paints the cells of the settings: marks for what is changed, also elsewhere, wrong or locked, the box of what is
/// true or false, and the colour of a colour.
class SettingPainter : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Larger than the default, so that an editor fits into its row.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The name of a category or a group, which is all that it has, takes the room of all columns.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where in the cell described by @p option a click switches the setting; empty if it has no box.
    [[nodiscard]] QRect switchRect(QStyleOptionViewItem option, const QModelIndex &value) const;

protected:
    /// Does nothing: the view switches, with a key too, and tells the page.
    bool editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &, const QModelIndex &) override
    {
        return false;
    }
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace lanyard
