#include "core/document/keytext.h"

#include "core/base/jsonmember.h"

#include <QJsonDocument>

namespace lanyard {

namespace {

JsonSource sourceOf(const QJsonObject &key)
{
    return JsonSource(Secret::of(QJsonDocument(key).toJson(QJsonDocument::Compact)));
}

} // namespace

void ListText::moveTo(const JsonSource &source, const JsonSource::Span &span)
{
    Secret before = source.secret(); // destroyed when others may go on
    const std::lock_guard lock(m_mutex);
    std::swap(m_source, before);
    m_begin = span.begin;
}

KeyText::KeyText(const QJsonObject &key) : m_begin(0)
{
    const JsonSource source = sourceOf(key);
    m_list = std::make_shared<const ListText>(source, source.object());
    m_size = source.bytes().size();
}

QJsonValue KeyText::value(QLatin1StringView member) const
{
    return read([member](QByteArrayView text) { return jsonMember(text, member); });
}

QJsonObject KeyText::object() const
{
    return read([](QByteArrayView text) { return jsonValue(text).toObject(); });
}

bool operator==(const KeyText &a, const KeyText &b)
{
    const bool isSameText =
        a.read([&b](QByteArrayView one) { return b.read([one](QByteArrayView other) { return one == other; }); });
    return isSameText || a.object() == b.object();
}

} // namespace lanyard
