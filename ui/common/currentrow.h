#pragma once

class QAbstractItemView;

namespace lanyard {

/// Tells a screen reader of the current row of @p view, if that has the focus and anybody listens.
void tellCurrentRow(QAbstractItemView &view);

/// From now on this is done whenever a list, table or tree gets the focus. Qt tells of the view then, and of the row
/// not before the next one is reached.
void tellRowsOnEntering();

} // namespace lanyard
