#include "core/document/settingtype.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Kind = SettingKind;

struct KnownType
{
    QLatin1StringView name;
    SettingType type;
};

constexpr SettingType byteType{Kind::Integer, "0"_L1, "255"_L1};
constexpr SettingType sbyteType{Kind::Integer, "-128"_L1, "127"_L1};
constexpr SettingType int16Type{Kind::Integer, "-32768"_L1, "32767"_L1};
constexpr SettingType uint16Type{Kind::Integer, "0"_L1, "65535"_L1};
constexpr SettingType int32Type{Kind::Integer, "-2147483648"_L1, "2147483647"_L1};
constexpr SettingType uint32Type{Kind::Integer, "0"_L1, "4294967295"_L1};
constexpr SettingType int64Type{Kind::Integer, "-9223372036854775808"_L1, "9223372036854775807"_L1};
constexpr SettingType uint64Type{Kind::Integer, "0"_L1, "18446744073709551615"_L1};

// The names that .NET programs commonly write; the service publishes no list. "integer" is Int32 in some languages and
// wider in others: the wider range refuses no valid value.
constexpr std::array knownTypes{
    KnownType{"string"_L1, {Kind::Text}},
    KnownType{"text"_L1, {Kind::Text}},
    KnownType{"bool"_L1, {Kind::Boolean}},
    KnownType{"boolean"_L1, {Kind::Boolean}},
    KnownType{"byte"_L1, byteType},
    KnownType{"uint8"_L1, byteType},
    KnownType{"sbyte"_L1, sbyteType},
    KnownType{"int8"_L1, sbyteType},
    KnownType{"short"_L1, int16Type},
    KnownType{"int16"_L1, int16Type},
    KnownType{"ushort"_L1, uint16Type},
    KnownType{"uint16"_L1, uint16Type},
    KnownType{"int"_L1, int32Type},
    KnownType{"int32"_L1, int32Type},
    KnownType{"uint"_L1, uint32Type},
    KnownType{"uint32"_L1, uint32Type},
    KnownType{"integer"_L1, int64Type},
    KnownType{"long"_L1, int64Type},
    KnownType{"int64"_L1, int64Type},
    KnownType{"ulong"_L1, uint64Type},
    KnownType{"uint64"_L1, uint64Type},
    KnownType{"float"_L1, {Kind::Single}},
    KnownType{"single"_L1, {Kind::Single}},
    KnownType{"double"_L1, {Kind::Real}},
    KnownType{"number"_L1, {Kind::Real}},
    KnownType{"decimal"_L1, {Kind::Decimal}},
    KnownType{"datetime"_L1, {Kind::DateTime}},
    KnownType{"datetimeoffset"_L1, {Kind::DateTimeOffset}},
    KnownType{"date"_L1, {Kind::Date}},
    KnownType{"dateonly"_L1, {Kind::Date}},
    KnownType{"time"_L1, {Kind::Time}},
    KnownType{"timeonly"_L1, {Kind::Time}},
    KnownType{"timespan"_L1, {Kind::TimeSpan}},
    KnownType{"guid"_L1, {Kind::Guid}},
    KnownType{"uuid"_L1, {Kind::Guid}},
    KnownType{"json"_L1, {Kind::Json}},
    KnownType{"object"_L1, {Kind::Json}},
    KnownType{"color"_L1, {Kind::Colour}},
    KnownType{"colour"_L1, {Kind::Colour}},
    KnownType{"url"_L1, {Kind::Url}},
    KnownType{"uri"_L1, {Kind::Url}},
};

std::optional<SettingType> knownType(const QString &name)
{
    QString plain = name.trimmed().toLower();
    const auto dropPrefix = [&plain](QLatin1StringView prefix) {
        if (plain.startsWith(prefix))
            plain.remove(0, prefix.size());
    };
    dropPrefix("system."_L1);
    const QString whole = plain;
    if (plain.startsWith("nullable<"_L1) && plain.endsWith(u'>'))
        plain = plain.mid(9).chopped(1).trimmed();
    else if (plain.endsWith(u'?'))
        plain = plain.chopped(1).trimmed();
    const bool isNullable = plain != whole;
    dropPrefix("system."_L1);
    dropPrefix("drawing."_L1);
    const auto found =
        std::find_if(knownTypes.begin(), knownTypes.end(), [&plain](const KnownType &t) { return plain == t.name; });
    if (found == knownTypes.end())
        return std::nullopt;
    SettingType type = found->type;
    type.isNullable = isNullable;
    return type;
}

class SettingTypeText
{
    Q_DECLARE_TR_FUNCTIONS(SettingTypeText)

public:
    static QString label(Kind kind)
    {
        switch (kind) {
        case Kind::Text:
            return tr("Text");
        case Kind::Boolean:
            return tr("True or false");
        case Kind::Integer:
            return tr("Whole number");
        case Kind::Single:
        case Kind::Real:
        case Kind::Decimal:
            return tr("Number");
        case Kind::DateTime:
        case Kind::DateTimeOffset:
            return tr("Date and time");
        case Kind::Date:
            return tr("Date");
        case Kind::Time:
            return tr("Time of day");
        case Kind::TimeSpan:
            return tr("Duration");
        case Kind::Guid:
            return tr("Identifier");
        case Kind::Json:
            return tr("JSON");
        case Kind::Colour:
            return tr("Colour");
        case Kind::Url:
            return tr("Web address");
        }
        return {};
    }
};

} // namespace

SettingType settingType(const QString &name)
{
    return knownType(name).value_or(SettingType());
}

QString settingTypeLabel(const QString &name)
{
    const auto type = knownType(name);
    return type ? SettingTypeText::label(type->kind) : QString();
}

} // namespace lanyard
