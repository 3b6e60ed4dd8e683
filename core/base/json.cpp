#include "core/base/json.h"

#include <QByteArrayMatcher>
#include <QJsonArray>

#include <algorithm>

namespace lanyard {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isInNumber(char c)
{
    return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Skips digits; whether there was at least one.
bool takeDigits(QByteArrayView &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const bool isAny = end != text.begin();
    text = text.sliced(end - text.begin());
    return isAny;
}

// RFC 8259 section 6.
bool isJsonNumber(QByteArrayView text)
{
    const auto take = [&text](QByteArrayView any) {
        const bool isNext = !text.isEmpty() && any.contains(text.front());
        text = text.sliced(isNext ? 1 : 0);
        return isNext;
    };
    take("-");
    if (!take("0") && !takeDigits(text))
        return false;
    if (take(".") && !takeDigits(text))
        return false;
    if (!take("eE"))
        return text.isEmpty();
    take("+-");
    return takeDigits(text) && text.isEmpty();
}

// In quotation marks if no double can hold it. What is not JSON stays so.
QByteArray quotedIfHuge(QByteArrayView number)
{
    bool isRead = false;
    static_cast<void>(number.toDouble(&isRead));
    const QByteArray mark = isRead || !isJsonNumber(number) ? "" : "\"";
    return mark + number.toByteArray() + mark;
}

} // namespace

QByteArray withMarksEscaped(QByteArray json)
{
    constexpr QByteArrayView quotedMark = "\"\xEF\xBB\xBF";
    constexpr char firstOfMark = '\xEF';
    if (!json.contains(firstOfMark) || QByteArrayMatcher(quotedMark).indexIn(json) < 0)
        return json; // replace() would copy it all the same
    return json.replace(quotedMark, "\"\\ufeff");
}

QByteArray withNumbers(QByteArrayView json, const std::function<QByteArray(QByteArrayView)> &written,
                       QByteArrayView mark)
{
    QByteArray text;
    text.reserve(json.size() + json.size() / 4);
    bool isString = false;
    for (qsizetype i = 0; i < json.size();) {
        const char c = json.at(i);
        if (!isString && isInNumber(c) && c != 'e' && c != 'E') { // not in true and false
            const qsizetype start = i;
            while (i < json.size() && isInNumber(json.at(i)))
                ++i;
            text += written(json.sliced(start, i - start));
            continue;
        }
        const qsizetype length = isString && c == '\\' && i + 1 < json.size() ? 2 : 1;
        text += json.sliced(i, length);
        i += length;
        if (c == '"') {
            isString = !isString;
            text += isString ? mark : QByteArrayView();
        }
    }
    return text;
}

QJsonDocument parseJson(const QByteArray &json, QJsonParseError *problem)
{
    QJsonParseError fault{};
    const QByteArray readable = withMarksEscaped(json);
    QJsonDocument document = QJsonDocument::fromJson(readable, &fault);
    if (fault.error == QJsonParseError::IllegalNumber)
        document = QJsonDocument::fromJson(withNumbers(readable, quotedIfHuge), &fault);
    if (problem)
        *problem = fault;
    return document;
}

QJsonValue ownValue(const QJsonValue &value)
{
    return value.isString() ? QJsonValue(value.toString()) : value;
}

QString jsonUnquoted(QStringView quoted)
{
    if (!quoted.contains(u'\\'))
        return quoted.sliced(1).chopped(1).toString();
    return QJsonDocument::fromJson(QByteArray('[' + quoted.toUtf8() + ']')).array().at(0).toString();
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
