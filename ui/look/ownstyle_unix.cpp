#include "ui/look/ownstyle.h"

namespace lanyard {

// It follows the desktop.
void setOwnStyle() {}

} // namespace lanyard
