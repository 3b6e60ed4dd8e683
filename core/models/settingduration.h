#pragma once

#include "core/models/settingvalue.h"

namespace lanyard {

/// readSetting() for a duration, for a non-empty text: in .NET's notation (1.02:30:00), or in ISO 8601's if @p stored
/// is. "1:30" is refused unless @p stored is written without seconds, too.
[[nodiscard]] SettingReading readDuration(const QString &typed, const QString &stored);

} // namespace lanyard
