#pragma once

class QAbstractItemView;

namespace lanyard {

/// Makes the selected row of @p view, which selects single rows, the current one. Assistive technology selects without
/// that: keys and buttons, which act on the current row, would act on another one than is highlighted. After the
/// view's last setModel().
void makeSelectedCurrent(QAbstractItemView &view);

} // namespace lanyard
