#pragma once

#include <Qt>

namespace lanyard {

/// Whether a letter pressed with these is a command, not a character that the keyboard has on its third level.
[[nodiscard]] bool areOfCommand(Qt::KeyboardModifiers modifiers);

} // namespace lanyard
