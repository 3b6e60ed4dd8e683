#include "core/account/jsontext.h"

#include "core/account/dates.h"
#include "core/http/envelope.h"

#include <QJsonArray>
#include <QLocale>

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

bool isJsonNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

bool sameMeaning(const QJsonValue &a, const QJsonValue &b)
{
    if (a == b || (isJsonNothing(a) && isJsonNothing(b)))
        return true;
    const auto integerA = jsonInteger(a);
    if (integerA && (a.isDouble() || b.isDouble()))
        return integerA == jsonInteger(b);
    if (!a.isString() || !b.isString())
        return false;
    const auto momentA = parseTimestamp(a.toString());
    return momentA && momentA == parseTimestamp(b.toString());
}

} // namespace lanyard
