#pragma once

#include <QString>

class QLineEdit;
class QWidget;

namespace lanyard {

/// What stands in the editor of a setting.

/// The content of @p editor.
[[nodiscard]] QString textIn(const QWidget *editor);
/// The content as one line, without characters that a line edit does not preserve. Line breaks within it stay, for the
/// reader to reject.
[[nodiscard]] QString lineIn(const QWidget *editor);
/// What lineIn() leaves out of a secret, where nobody sees it: see removedRemark().
[[nodiscard]] QString removedIn(const QWidget *editor);
/// 0 if the editor has none.
[[nodiscard]] int cursorIn(const QWidget *editor);
/// Whether it is that of a secret.
[[nodiscard]] bool isMasked(const QWidget *editor);

/// Removes at once the characters that affect the text around them: what is visible is what counts. @p kept is the
/// content before, and then the one that stays. False if it is longer than @p most and was taken back.
bool keepVisible(QLineEdit *edit, QString *kept, qsizetype most);

} // namespace lanyard
