#pragma once

#include <QString>

namespace lanyard {

/// How the value of a setting with the type called @p typeName is shown and edited instead of as it is @p stored: a
/// date in the user's locale and local time, a number with the locale's digits, minus sign and decimal separator and
/// without grouping. readSetting() makes @p stored of it again, byte for byte. Null for any other value, and where that
/// is the stored text itself.
[[nodiscard]] QString localValue(const QString &typeName, const QString &stored);

} // namespace lanyard
