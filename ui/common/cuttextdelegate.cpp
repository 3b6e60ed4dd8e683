#include "ui/common/cuttextdelegate.h"

#include "core/base/text.h"

#include <QToolTip>

namespace lanyard {

bool CutTextDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const QString shown = index.data(Qt::DisplayRole).toString();
    const QString tip = index.data(Qt::ToolTipRole).toString();
    if (tip == toolTipText(shown) && sizeHint(option, index).width() <= option.rect.width()) {
        QToolTip::hideText();
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

void CutTextDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = inOwnDirection(option->text);
    // A mark beside a text of several lines stands at its first one.
    if (option->displayAlignment.testFlag(Qt::AlignTop))
        option->decorationAlignment = Qt::AlignLeft | Qt::AlignTop;
}

} // namespace lanyard

#include "moc_cuttextdelegate.cpp"
