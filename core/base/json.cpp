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

} // namespace lanyard
