#include "core/document/splice.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

constexpr QByteArrayView bodyBegin = "{\"user\":";
constexpr QByteArrayView bodyEnd = "}";

QByteArray written(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).mid(1);
}

} // namespace

Splice spliceFor(const JsonSource &object, const QString &name, const QJsonValue &value, bool isFirst)
{
    if (const JsonSource::Span span = object.value(name); !span.isEmpty())
        return {span, written(value)};
    const QByteArray comma = object.hasMembers() || !isFirst ? "," : "";
    return {{object.end(), object.end()}, comma + written(name) + ':' + written(value)};
}

JsonSource spliced(const JsonSource &source, QList<Splice> splices)
{
    std::stable_sort(splices.begin(), splices.end(),
                     [](const Splice &a, const Splice &b) { return a.span.begin < b.span.begin; });
    qsizetype size = bodyBegin.size() + source.object().end - source.object().begin + bodyEnd.size();
    for (const Splice &splice : std::as_const(splices))
        size += splice.text.size();
    QByteArray result;
    result.reserve(size);
    result += bodyBegin;
    qsizetype at = source.object().begin;
    for (const Splice &splice : std::as_const(splices)) {
        result += source.at({at, splice.span.begin});
        result += splice.text;
        at = splice.span.end;
    }
    result += source.at({at, source.object().end});
    result += bodyEnd;
    return JsonSource(Secret::of(std::move(result)), bodyBegin.size());
}

Secret bodyOf(const JsonSource &source)
{
    const JsonSource::Span object = source.object();
    const QByteArrayView bytes = source.bytes();
    if (bytes.first(object.begin) == bodyBegin && bytes.sliced(object.end) == bodyEnd)
        return source.secret();
    return spliced(source, {}).secret();
}

} // namespace lanyard
