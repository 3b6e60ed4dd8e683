#pragma once

#include <QFont>

namespace lanyard {

/// Letters of one width, of the system's family for them. No size is set: a widget gives it that of its other text,
/// also when that changes; elsewhere resolve() does.
[[nodiscard]] QFont fixedFont();

} // namespace lanyard
