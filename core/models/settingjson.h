#pragma once

#include "core/models/settingvalue.h"

namespace lanyard {

/// readSetting() for JSON: it must be valid, unless the type is `Object` and the stored text is not JSON.
[[nodiscard]] SettingReading readJson(const QString &typeName, const QString &typed, const QString &stored);

} // namespace lanyard
