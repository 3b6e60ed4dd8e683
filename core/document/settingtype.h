#pragma once

#include <QLatin1StringView>
#include <QString>

namespace lanyard {

/// How to interpret the value of a setting.
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

/// The type declared by the free text in a setting's `type`.
struct SettingType
{
    SettingKind kind = SettingKind::Text;
    /// The range of an Integer, as decimal digits: UInt64 exceeds every signed type.
    QLatin1StringView least = {};
    QLatin1StringView most = {};
    bool isNullable = false; ///< `int?`: an empty value is none of it, not a fault

    [[nodiscard]] bool isNumber() const
    {
        return kind == SettingKind::Integer || kind == SettingKind::Single || kind == SettingKind::Real ||
               kind == SettingKind::Decimal;
    }
};

/// Recognises the names that .NET programs write: `Int32`, `System.Int32`, `int`, `int?`, `Nullable<Int32>`. Text for
/// any other name.
[[nodiscard]] SettingType settingType(const QString &name);

/// "Whole number", "True or false"; empty for an unknown name.
[[nodiscard]] QString settingTypeLabel(const QString &name);

} // namespace lanyard
