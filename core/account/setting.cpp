#include "core/account/setting.h"

#include "core/account/jsontext.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct TypeName
{
    QLatin1StringView name;
    Setting::Type type;
};

using Type = Setting::Type;

// The names that .NET programs commonly write; the service publishes no list.
constexpr std::array typeNames{
    TypeName{"bool"_L1, Type::Boolean},      TypeName{"boolean"_L1, Type::Boolean},
    TypeName{"byte"_L1, Type::Integer},      TypeName{"short"_L1, Type::Integer},
    TypeName{"int"_L1, Type::Integer},       TypeName{"integer"_L1, Type::Integer},
    TypeName{"long"_L1, Type::Integer},      TypeName{"int16"_L1, Type::Integer},
    TypeName{"int32"_L1, Type::Integer},     TypeName{"int64"_L1, Type::Integer},
    TypeName{"uint16"_L1, Type::Integer},    TypeName{"uint32"_L1, Type::Integer},
    TypeName{"uint64"_L1, Type::Integer},    TypeName{"float"_L1, Type::Real},
    TypeName{"single"_L1, Type::Real},       TypeName{"double"_L1, Type::Real},
    TypeName{"decimal"_L1, Type::Real},      TypeName{"date"_L1, Type::DateTime},
    TypeName{"datetime"_L1, Type::DateTime}, TypeName{"datetimeoffset"_L1, Type::DateTime},
    TypeName{"json"_L1, Type::Json},         TypeName{"object"_L1, Type::Json},
    TypeName{"color"_L1, Type::Colour},      TypeName{"colour"_L1, Type::Colour},
    TypeName{"url"_L1, Type::Url},           TypeName{"uri"_L1, Type::Url},
};

struct BooleanForm
{
    QLatin1StringView yes;
    QLatin1StringView no;
};

constexpr std::array booleanForms{BooleanForm{"true"_L1, "false"_L1}, BooleanForm{"1"_L1, "0"_L1},
                                  BooleanForm{"yes"_L1, "no"_L1}, BooleanForm{"on"_L1, "off"_L1}};

QString inCaseOf(const QString &before, QString text)
{
    if (!before.isEmpty() && before == before.toUpper())
        return text.toUpper();
    if (!before.isEmpty() && before.at(0).isUpper())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

QString Setting::id() const
{
    return jsonText(m_object.value("id"_L1));
}

QString Setting::category() const
{
    return jsonText(m_object.value("category"_L1));
}

QString Setting::group() const
{
    return jsonText(m_object.value("group"_L1));
}

QString Setting::name() const
{
    return jsonText(m_object.value("name"_L1));
}

QString Setting::description() const
{
    return jsonText(m_object.value("description"_L1));
}

QString Setting::value() const
{
    return jsonText(m_object.value("value"_L1));
}

QString Setting::typeName() const
{
    return jsonText(m_object.value("type"_L1));
}

Setting::Type Setting::type() const
{
    const QString name = typeName().trimmed().toLower();
    const QStringView plain = name.startsWith("system."_L1) ? QStringView(name).mid(7) : QStringView(name);
    const auto found =
        std::find_if(typeNames.begin(), typeNames.end(), [plain](const TypeName &t) { return plain == t.name; });
    return found == typeNames.end() ? Type::Text : found->type;
}

bool Setting::readOnly() const
{
    const QJsonValue value = m_object.value("value"_L1);
    return m_object.value("readOnly"_L1).toBool() || id().isEmpty() || !(value.isString() || isJsonNothing(value));
}

bool Setting::looksSecret() const
{
    static constexpr std::array words{"password"_L1, "passwd"_L1,  "secret"_L1,    "token"_L1,
                                      "apikey"_L1,   "api key"_L1, "credential"_L1};
    const QString text = name() + u' ' + typeName();
    return std::any_of(words.begin(), words.end(),
                       [&text](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool settingBoolean(const QString &text)
{
    const QString plain = text.trimmed();
    return std::any_of(booleanForms.begin(), booleanForms.end(),
                       [&plain](const BooleanForm &form) { return plain.compare(form.yes, Qt::CaseInsensitive) == 0; });
}

QString writeSettingBoolean(bool value, const QString &before)
{
    const QString old = before.trimmed();
    for (const BooleanForm &form : booleanForms) {
        if (old.compare(form.yes, Qt::CaseInsensitive) == 0 || old.compare(form.no, Qt::CaseInsensitive) == 0)
            return inCaseOf(old, value ? form.yes : form.no);
    }
    return value ? u"true"_s : u"false"_s;
}

} // namespace lanyard
