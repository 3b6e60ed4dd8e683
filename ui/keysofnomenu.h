#pragma once

#include "ui/common/keyhint.h"

namespace lanyard {

/// All keys that are in no menu, place by place.
[[nodiscard]] QList<KeyHints> keysOfNoMenu();

} // namespace lanyard
