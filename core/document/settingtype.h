#pragma once

#include <QLatin1StringView>
#include <QString>

namespace lanyard {

/// How the value of a setting is meant to be read.
enum class SettingKind {
    Text,
    Boolean,
    Integer,
    Single,
    Real, ///< a Double
    Decimal,
    DateTime,
    DateTimeOffset,
    Date,
    Time,
    TimeSpan,
    Guid,
    Json,
    Colour,
    Url
};

/// What the free text in a setting's `type` declares.
struct SettingType
{
    SettingKind kind = SettingKind::Text;
    /// The range of an Integer, as decimal digits: UInt64 is beyond every signed number.
    QLatin1StringView least = {};
    QLatin1StringView most = {};
};

/// Understands the names that .NET programs write: `Int32`, `System.Int32`, `int`, `int?`, `Nullable<Int32>`. Text for
/// any other name.
[[nodiscard]] SettingType settingType(const QString &name);

/// "Whole number", "Yes or no"; empty for a name that is not known.
[[nodiscard]] QString settingTypeLabel(const QString &name);

} // namespace lanyard
