#pragma once

class QAccessibleInterface;
class QTabBar;

namespace lanyard {

/// An accessible interface for @p tabs, which the caller owns. Qt's own (up to at least 6.8) reports the current tab's
/// text as the list's name, and says of every tab that it has the focus and of none that it is selected.
[[nodiscard]] QAccessibleInterface *newTabListAccess(QTabBar *tabs);

} // namespace lanyard
