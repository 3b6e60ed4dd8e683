#pragma once

class QAbstractItemView;
class QModelIndex;
class QTreeView;
class QWidget;

namespace lanyard {

/// Tells a screen reader of the current row of @p view, if that has the focus and anybody listens.
void tellCurrentRow(QAbstractItemView &view);
/// The same of any row.
void tellRow(QAbstractItemView &view, const QModelIndex &row);
/// That what is said of @p cell is another text now: Qt tells of a cell once it gets the focus, and a screen reader may
/// keep what it heard then.
void tellRenamed(QAbstractItemView &view, const QModelIndex &cell);
/// That @p row of @p tree, if that has the focus, was just expanded or collapsed.
void tellExpanded(QTreeView &tree, const QModelIndex &row);
/// That @p widget has the focus, if it has it: after a list that stood over it.
void tellFocus(QWidget &widget);

/// From now on this is done whenever a list, table or tree gets the focus. Qt tells of the view then, and of the row
/// not before the next one is reached.
void tellRowsOnEntering();

} // namespace lanyard
