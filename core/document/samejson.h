#pragma once

#include <QString>

namespace lanyard {

/// Whether two texts are JSON of the same value, whatever the order of members, white space, escapes and the notation
/// of numbers. False if one of them is not JSON.
[[nodiscard]] bool sameJson(const QString &a, const QString &b);

} // namespace lanyard
