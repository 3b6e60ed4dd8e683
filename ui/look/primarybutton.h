#pragma once

class QPushButton;

namespace lanyard {

/// Shows @p button as the one that leads on: in the accent colour of the desktop, which it follows. One a window.
void makePrimary(QPushButton &button);

} // namespace lanyard
