#pragma once

#include <QString>

#include <functional>

class QLineEdit;
class QWidget;

namespace lanyard {

/// Whether a text is not to be seen now, as a secret in presentation mode.
using HidesText = std::function<bool(const QString &)>;

/// What @p hides says so of is not shown in the fields of @p view and of the windows in front of it while it is typed
/// (see showHiddenAsDots()), and not told to accessibility as it comes (see correctToldEvents()). For a view within,
/// its own counts.
void hideTypingIn(QWidget &view, HidesText hides);
[[nodiscard]] bool isTypingHidden(const QWidget &field, const QString &text);
/// While the text of @p line is hidden, there are dots instead of it.
void showHiddenAsDots(QLineEdit &line);
/// What is hidden in @p view may have changed.
void refreshHiddenTyping(QWidget &view);

} // namespace lanyard
