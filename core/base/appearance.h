#pragma once

namespace lanyard {

/// Whose colours the window has: the desktop's, or light or dark ones whatever the desktop has.
enum class Appearance { System, Light, Dark };

} // namespace lanyard
