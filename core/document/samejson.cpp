#include "core/document/samejson.h"

#include "core/base/json.h"
#include "core/document/exactnumber.h"

#include <QJsonArray>

namespace lanyard {

namespace {

bool isOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Qt's reader takes numbers of many digits for one another. In @p json, which it has accepted, each number becomes a
// string; what is a string or a name already is told from those by an s in front.
QByteArray withNumbersAsStrings(QByteArrayView json)
{
    QByteArray text;
    text.reserve(json.size() + json.size() / 4);
    bool isString = false;
    for (qsizetype i = 0; i < json.size();) {
        const char c = json.at(i);
        if (!isString && c != 'e' && isOfNumber(c)) { // not in true and false
            const qsizetype start = i;
            while (i < json.size() && isOfNumber(json.at(i)))
                ++i;
            text += '"' + normalNumber(json.sliced(start, i - start)) + '"';
            continue;
        }
        const qsizetype length = isString && c == '\\' ? 2 : 1;
        text += json.sliced(i, length);
        i += length;
        if (c == '"') {
            isString = !isString;
            text += isString ? "s" : "";
        }
    }
    return text;
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
