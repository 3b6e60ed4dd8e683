#pragma once

#include "core/models/settingvalue.h"

namespace lanyard {

/// readSetting() for whole numbers, within the limits of @p type.
[[nodiscard]] SettingReading readInteger(const SettingType &type, const QString &typed, const QLocale &locale);

/// readSetting() for Single, Real and Decimal.
[[nodiscard]] SettingReading readReal(SettingKind kind, const QString &typed, const QLocale &locale);

/// @p typed without @p unit, if it is a number with exactly that before or behind it; else @p typed.
[[nodiscard]] QString withoutUnit(const QString &typed, const QString &unit, const SettingType &type);

} // namespace lanyard
