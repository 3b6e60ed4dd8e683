#pragma once

#include <QStyledItemDelegate>

namespace lanyard {

/// Shows a cell's tool tip only where it says more than the cell does: where the text is cut, or the tip is another
/// one.
class CutTextDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// A text reads in its own direction, whichever way the window does.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lanyard
