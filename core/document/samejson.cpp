#include "core/document/samejson.h"

#include "core/base/json.h"
#include "core/document/exactnumber.h"

#include <QJsonArray>

namespace lanyard {

namespace {

// Qt's reader takes numbers of many digits for one another. In @p json, which it has accepted, each number becomes a
// string; what is a string or a name already is told from those by an s in front.
QByteArray withNumbersAsStrings(QByteArrayView json)
{
    const auto quoted = [](QByteArrayView number) { return '"' + normalNumber(number) + '"'; };
    return withNumbers(json, quoted, "s");
}

// In a list, since a value alone is JSON, too. Empty if it is not JSON.
QJsonArray exactJson(const QString &text)
{
    const QByteArray json = '[' + text.toUtf8() + ']';
    return parseJson(json).array().size() == 1 ? parseJson(withNumbersAsStrings(json)).array() : QJsonArray();
}

} // namespace

bool sameJson(const QString &a, const QString &b)
{
    const QJsonArray value = exactJson(a);
    return !value.isEmpty() && value == exactJson(b);
}

} // namespace lanyard
