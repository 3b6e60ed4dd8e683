#pragma once

#include "core/models/settingvalue.h"

namespace lanyard {

/// Reads a date, a time, both or a duration: readSetting() for those kinds, for a non-empty text. Dates are read as
/// people write them; a time zone is never added, because none was typed.
[[nodiscard]] SettingReading readMoment(SettingKind kind, const QString &typed, const QString &stored,
                                        const QLocale &locale);

} // namespace lanyard
