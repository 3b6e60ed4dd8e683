#pragma once

#include <QStringList>

#include <functional>

class QMessageBox;
class QWidget;

namespace lanyard {

/// The actions that would lose unsaved changes.
enum class Leaving { Quit, SignOut };

/// Where the unsaved changes are.
enum class UnsavedIn { Profile, Settings, Both };

struct Unsaved
{
    UnsavedIn where = UnsavedIn::Profile;
    int count = 0;        ///< of changes
    int invalid = 0;      ///< of these, that cannot be saved as they are
    QString account = {}; ///< as the user knows it; empty: there is no other
};

/// Asks what to do with unsaved changes. Returns at once; one of the two callbacks runs when Save or Discard
/// is chosen, neither on Cancel. While something is invalid nothing can be saved: Save is called "Go to field". The box
/// belongs to @p window and deletes itself.
[[nodiscard]] QMessageBox *askAboutUnsaved(QWidget *window, Leaving leaving, const Unsaved &unsaved,
                                           const std::function<void()> &save, const std::function<void()> &discard);

/// The same for several accounts at once, each a line of @p accounts.
[[nodiscard]] QMessageBox *askAboutUnsaved(QWidget *window, const QStringList &accounts,
                                           const std::function<void()> &save, const std::function<void()> &discard);

/// Says that @p leaving waits until the unsaved changes have been saved. @p cancel is called if the user decides to
/// stay.
[[nodiscard]] QMessageBox *sayThatItWaits(QWidget *window, Leaving leaving, const std::function<void()> &cancel);

/// Whether such a box is open. It may be null.
[[nodiscard]] bool isAsking(const QMessageBox *box);
/// Closes such a box as if it had never been answered. It may be null.
void withdraw(QMessageBox *box);

} // namespace lanyard
