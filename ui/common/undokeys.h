#pragma once

#include <QKeySequence>
#include <QList>

class QKeyEvent;
class QLineEdit;

namespace lanyard {

/// The platform's, and Ctrl+Y, the shortcut of Windows that many users are accustomed to.
[[nodiscard]] QList<QKeySequence> redoKeys();

/// Whether @p key undoes or redoes.
[[nodiscard]] bool isUndoOrRedo(const QKeyEvent &key);

/// Lets Ctrl+Y redo in @p edit what its Ctrl+Z has undone. QLineEdit leaves the key to the menu, which would change the
/// document instead (QKeySequence::Redo has it on Windows only).
void redoByCtrlY(QLineEdit *edit);

} // namespace lanyard
