#pragma once

#include <QCollator>

namespace lanyard {

/// How names and other texts are compared in every list: as the user's language does, whatever their case, and numbers
/// in them by their value: 2 before 10. In the locale C, which has no order of its own, as in English.
[[nodiscard]] QCollator nameOrder();

} // namespace lanyard
