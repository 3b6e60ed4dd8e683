#pragma once

#include <functional>

class QMessageBox;
class QWidget;

namespace lanyard {

/// What would lose unsaved changes.
enum class Leaving { Quit, SignOut };

/// Asks what shall become of @p count unsaved changes. Returns at once; one of the two is called when Save or Discard
/// is chosen, neither on Cancel. The box belongs to @p window and deletes itself.
[[nodiscard]] QMessageBox *askAboutUnsaved(QWidget *window, Leaving leaving, int count,
                                           const std::function<void()> &save, const std::function<void()> &discard);

/// Says that @p leaving waits until what is unsaved has been saved. @p cancel is called when the user would rather
/// stay.
[[nodiscard]] QMessageBox *sayThatItWaits(QWidget *window, Leaving leaving, const std::function<void()> &cancel);

/// Takes such a box away as if it had never been answered. It may be null.
void withdraw(QMessageBox *box);

} // namespace lanyard
