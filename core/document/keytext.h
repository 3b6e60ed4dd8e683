#pragma once

#include "core/base/jsonsource.h"

#include <QJsonObject>

#include <memory>
#include <mutex>

namespace lanyard {

/// The text of a list, in the bytes of the document that it was received in. When the same text is received again, it
/// moves there, so that the earlier document need not be kept for it.
class ListText
{
public:
    /// The list is at @p span.
    ListText(const JsonSource &source, const JsonSource::Span &span) : m_source(source.secret()), m_begin(span.begin) {}

    /// The same text stands at @p span, too. Others may be reading it.
    void moveTo(const JsonSource &source, const JsonSource::Span &span);

    /// What @p work returns of the bytes of the list, and of what stands behind it.
    template<typename Work>
    auto read(const Work &work) const
    {
        std::unique_lock lock(m_mutex);
        const Secret source = m_source;
        const qsizetype begin = m_begin;
        lock.unlock();
        return work(source.expose().sliced(begin));
    }

private:
    mutable std::mutex m_mutex;
    Secret m_source;
    qsizetype m_begin;
};

/// The text of an API key, from which its members are read when they are asked for: what Qt's reader makes of a list of
/// many thousand takes four times as much memory.
class KeyText
{
public:
    /// The element at @p element of the list at @p list of a document, whose text is @p text.
    KeyText(std::shared_ptr<const ListText> text, const JsonSource::Span &list, const JsonSource::Span &element)
        : m_list(std::move(text)), m_begin(element.begin - list.begin), m_size(element.end - element.begin)
    {
    }
    /// One that was not received.
    explicit KeyText(const QJsonObject &key);

    [[nodiscard]] QJsonValue value(QLatin1StringView member) const;
    [[nodiscard]] QJsonObject object() const;

    /// Whether both mean the same.
    friend bool operator==(const KeyText &a, const KeyText &b);

private:
    template<typename Work>
    auto read(const Work &work) const
    {
        return m_list->read([&](QByteArrayView list) { return work(list.sliced(m_begin, m_size)); });
    }

    std::shared_ptr<const ListText> m_list;
    qsizetype m_begin;
    qsizetype m_size;
};

} // namespace lanyard
