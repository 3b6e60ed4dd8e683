#include "core/base/jsonmember.h"

#include "core/base/json.h"
#include "core/base/jsoncursor.h"

#include <QJsonArray>

namespace lanyard {

namespace {

constexpr QByteArrayView quotedMark = "\"\xEF\xBB\xBF";

// Whether what stands between its quotation marks is what it means. QString::fromUtf8() drops a leading U+FEFF as a
// byte order mark, and "city" with one is another member.
bool isPlainString(QByteArrayView text)
{
    return text.size() >= 2 && text.front() == '"' && !text.contains('\\') && !text.startsWith(quotedMark);
}

// Of a text that is not a string, so that Qt's reader is not started for it; Undefined if it has to be.
QJsonValue ordinaryValue(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 15; // of an integer that every reader has exactly
    if (text.size() > mostDigits)
        return QJsonValue::Undefined;
    if (text == "null")
        return QJsonValue::Null;
    if (text == "true" || text == "false")
        return text.front() == 't';
    qint64 number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return QJsonValue::Undefined;
        number = number * 10 + (c - '0');
    }
    return number;
}

QByteArrayView textAt(QByteArrayView json, const JsonCursor::Span &span)
{
    return json.sliced(span.begin, span.end - span.begin);
}

// Whether the name whose text is @p text is @p name, which is ASCII.
bool isName(QByteArrayView text, QByteArrayView name)
{
    const QByteArrayView written = text.sliced(1).chopped(1);
    return written == name || (written.contains('\\') && jsonName(text).toUtf8() == name);
}

} // namespace

QString jsonName(QByteArrayView text)
{
    if (text.size() < 2 || isPlainString(text))
        return QString::fromUtf8(text.size() < 2 ? QByteArrayView() : text.sliced(1).chopped(1));
    return jsonValue(text).toString();
}

QJsonValue jsonValue(QByteArrayView text)
{
    if (text.isEmpty())
        return QJsonValue::Undefined;
    if (isPlainString(text))
        return QString::fromUtf8(text.sliced(1).chopped(1));
    if (QJsonValue value = ordinaryValue(text); !value.isUndefined())
        return value;
    return parseJson('[' + text.toByteArray() + ']').array().at(0);
}

void forEachJsonMember(QByteArrayView object, const std::function<void(QByteArrayView, QByteArrayView)> &visit)
{
    JsonCursor(object, 0).skipObject([&](const JsonCursor::Span &name, const JsonCursor::Span &value) {
        visit(textAt(object, name), textAt(object, value));
        return true;
    });
}

QJsonValue jsonMember(QByteArrayView object, QLatin1StringView name)
{
    QByteArrayView last;
    JsonCursor(object, 0).skipObject([&](const JsonCursor::Span &member, const JsonCursor::Span &value) {
        if (isName(textAt(object, member), QByteArrayView(name)))
            last = textAt(object, value);
        return true;
    });
    return jsonValue(last);
}

} // namespace lanyard
