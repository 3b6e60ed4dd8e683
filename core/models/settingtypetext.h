#pragma once

#include <QString>

namespace lanyard {

/// The type of a setting in words, with its range if it has one: "Whole number from 0 to 255". For an unknown name, the
/// name as it may be shown, cut at @p limit.
[[nodiscard]] QString settingTypeText(const QString &typeName, qsizetype limit);

/// The same with the service's own name behind it, where that is another text: "True or false (Boolean)".
[[nodiscard]] QString exactSettingTypeText(const QString &typeName, qsizetype limit);

} // namespace lanyard
