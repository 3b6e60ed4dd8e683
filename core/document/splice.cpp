#include "core/document/splice.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lanyard {

namespace {

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

Secret spliced(const JsonSource &source, QList<Splice> splices)
{
    std::stable_sort(splices.begin(), splices.end(),
                     [](const Splice &a, const Splice &b) { return a.span.begin < b.span.begin; });
    qsizetype size = source.object().end - source.object().begin;
    for (const Splice &splice : std::as_const(splices))
        size += splice.text.size();
    QByteArray result;
    result.reserve(size);
    qsizetype at = source.object().begin;
    for (const Splice &splice : std::as_const(splices)) {
        result += source.at({at, splice.span.begin});
        result += splice.text;
        at = splice.span.end;
    }
    result += source.at({at, source.object().end});
    Secret secret{QByteArrayView(result)};
    wipe(result);
    return secret;
}

} // namespace lanyard
