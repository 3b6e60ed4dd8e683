#pragma once

#include <QString>

namespace lanyard {

/// What is shown in the place of a name that is missing, of a key or a setting.
[[nodiscard]] QString noName();

} // namespace lanyard
