#pragma once

#include "core/models/settingvalue.h"

namespace lanyard {

/// Reads a date, a time, both or a duration: readSetting() for their kinds, of a text that is not empty. Dates are read
/// as people write them; a time zone is never added, for nobody typed one.
[[nodiscard]] SettingReading readMoment(SettingKind kind, const QString &typed, const QString &stored,
                                        const QLocale &locale);

} // namespace lanyard
