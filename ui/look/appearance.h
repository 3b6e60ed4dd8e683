#pragma once

#include "core/base/appearance.h"

namespace lanyard {

/// Shows everything in the colours of @p appearance, at once. Needs a QApplication.
void show(Appearance appearance);

} // namespace lanyard
