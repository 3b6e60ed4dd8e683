#pragma once

class QPushButton;

namespace lanyard {

/// Shows @p button as the one that leads on: in the accent colour of the desktop, which it follows. One a window.
void makePrimary(QPushButton &button);
/// The same, or shows it as any other again: where another button leads on for a while.
void setPrimary(QPushButton &button, bool isPrimary);

} // namespace lanyard
