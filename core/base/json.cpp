#include "core/base/json.h"

namespace lanyard {

QByteArray withMarksEscaped(QByteArray json)
{
    return json.replace("\"\xEF\xBB\xBF", "\"\\ufeff");
}

QJsonDocument parseJson(const QByteArray &json, QJsonParseError *problem)
{
    return QJsonDocument::fromJson(withMarksEscaped(json), problem);
}

QJsonValue ownValue(const QJsonValue &value)
{
    return value.isString() ? QJsonValue(value.toString()) : value;
}

std::optional<qint64> jsonInteger(const QJsonValue &value)
{
    if (value.isDouble()) {
        // A JSON integer within 64 bits keeps its value; for others there is no such integer.
        const double real = value.toDouble();
        const qint64 integer = value.toInteger();
        if (integer != 0 || real == 0.0)
            return integer;
        return std::nullopt;
    }
    if (value.isString()) {
        bool ok = false;
        const qint64 integer = value.toString().trimmed().toLongLong(&ok);
        if (ok)
            return integer;
    }
    return std::nullopt;
}

} // namespace lanyard
