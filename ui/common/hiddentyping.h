#pragma once

#include <QString>

#include <functional>

class QLineEdit;
class QWidget;

namespace lanyard {

/// Whether a text is not to be seen now, as a secret in presentation mode.
using HidesText = std::function<bool(const QString &)>;
using HidesAnything = std::function<bool()>;

/// What @p hides says so of is not shown in the fields of @p view and of the windows in front of it while it is typed
/// (see showHiddenAsDots()), and not told to accessibility as it comes (see correctToldEvents()). For a view within,
/// its own counts.
/// @p isHiding says whether it may hide anything now; without it, it may.
void hideTypingIn(QWidget &view, const HidesText &hides, const HidesAnything &isHiding = {});
[[nodiscard]] bool isTypingHidden(const QWidget &field, const QString &text);
/// False if no text is: a long one need not be copied to ask of it.
[[nodiscard]] bool isAnyTypingHidden(const QWidget &field);
/// While the text of @p line is hidden, there are dots instead of it.
void showHiddenAsDots(QLineEdit &line);
/// What is hidden in @p view may have changed.
void refreshHiddenTyping(QWidget &view);

} // namespace lanyard
