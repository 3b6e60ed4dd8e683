#pragma once

#include <QString>

class QWidget;

namespace lanyard {

/// Shows @p window, or the dialog that is modal over it, in front of the windows of other programs. Wayland allows that
/// only with the @p token of the start that the user asked for (xdg-activation); X11 needs none.
void bringToFront(QWidget &window, const QString &token);

} // namespace lanyard
