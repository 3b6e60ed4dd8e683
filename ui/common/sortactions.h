#pragma once

#include <QList>
#include <QString>

class QAbstractItemView;
class QAction;
class QHeaderView;

namespace lanyard {

/// A column that can be sorted by, and the text of its action.
struct SortColumn
{
    int column = 0;
    QString text;
};

/// The equivalent of a click on a header from the keyboard: an action for each column and one for each order, checked
/// as the header stands. They belong to @p view, which sorts when the indicator of @p header changes.
[[nodiscard]] QList<QAction *> makeSortActions(QAbstractItemView &view, QHeaderView &header,
                                               const QList<SortColumn> &columns);

} // namespace lanyard
