#pragma once

namespace lanyard {

/// Where the program has a style of its own whatever the desktop asks for: sets it.
void setOwnStyle();

} // namespace lanyard
