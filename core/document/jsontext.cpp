#include "core/document/jsontext.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

QString jsonText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        if (const auto integer = jsonInteger(value); integer && static_cast<double>(*integer) == value.toDouble())
            return QString::number(*integer);
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &part : array)
            parts << jsonText(part);
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

QString jsonSource(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return jsonText(value);
}

std::optional<bool> jsonBoolean(const QJsonValue &value)
{
    struct Words
    {
        QLatin1StringView yes;
        QLatin1StringView no;
    };
    static constexpr std::array words{Words{"true"_L1, "false"_L1}, Words{"1"_L1, "0"_L1}, Words{"yes"_L1, "no"_L1},
                                      Words{"on"_L1, "off"_L1},     Words{"y"_L1, "n"_L1}, Words{"t"_L1, "f"_L1}};
    if (isJsonNothing(value))
        return false;
    if (value.isBool())
        return value.toBool();
    if (!value.isString() && !value.isDouble())
        return std::nullopt;
    const QString text = jsonText(value).trimmed().toLower();
    for (const Words &pair : words) {
        if (text == pair.yes || text == pair.no)
            return text == pair.yes;
    }
    return std::nullopt;
}

bool isTextOrNothing(const QJsonValue &value)
{
    return value.isString() || isJsonNothing(value);
}

bool isJsonNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

} // namespace lanyard
