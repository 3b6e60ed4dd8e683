#pragma once

#include <functional>

class QWidget;

namespace lanyard {

/// Asks what shall become of unsaved changes before something that would lose them. Returns at once; one of the two is
/// called when Save or Discard is chosen, neither on Cancel. At most one such question is open per window.
void askAboutUnsaved(QWidget *window, const std::function<void()> &save, const std::function<void()> &discard);

} // namespace lanyard
