#include "ui/common/followselection.h"

#include <QAbstractItemView>

namespace lanyard {

void makeSelectedCurrent(QAbstractItemView &view)
{
    const auto follow = [&view] {
        const QItemSelectionModel *selection = view.selectionModel();
        const QModelIndexList chosen = selection->selectedIndexes();
        if (!chosen.isEmpty() && !selection->isSelected(selection->currentIndex()))
            view.selectionModel()->setCurrentIndex(chosen.first(), QItemSelectionModel::NoUpdate);
    };
    // Queued: the view itself selects first, and sets the current row after that.
    QObject::connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, &view, follow,
                     Qt::QueuedConnection);
}

} // namespace lanyard
