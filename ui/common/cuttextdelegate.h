#pragma once

#include <QStyledItemDelegate>

namespace lanyard {

/// Shows a cell's tooltip only if it says more than the cell does: if the text is elided, or the tooltip is a different
/// one.
class CutTextDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// Text is laid out in its own direction, regardless of the window's.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lanyard
