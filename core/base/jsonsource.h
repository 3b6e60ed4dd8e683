#pragma once

#include "core/base/jsoncursor.h"
#include "core/base/secret.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace lanyard {

/// A JSON object as the bytes that were received, with the position of each member's value in them.
///
/// For what has to be sent back exactly as received: Qt's reader drops the notation of numbers, the order of members,
/// white space, and all but the last of several members with one name. Only the object itself is scanned, not the
/// objects inside it; time and memory are linear in its length and in the number of its members.
///
/// Copies share the bytes, which are treated as a secret: those of a user contain API keys.
class JsonSource
{
public:
    /// Offsets into bytes().
    using Span = JsonCursor::Span;

    JsonSource() = default;
    /// @p bytes contain a JSON object that Qt's reader has accepted, optionally after a byte order mark. Otherwise the
    /// source is empty.
    explicit JsonSource(const Secret &bytes);
    /// The same of the object that begins there, with something else before and behind it.
    JsonSource(Secret bytes, qsizetype begin);

    [[nodiscard]] bool isEmpty() const { return m_object.isEmpty(); }
    /// The bytes that all spans refer to; the object itself is at object().
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes.expose(); }
    /// The same, to be kept.
    [[nodiscard]] const Secret &secret() const { return m_bytes; }
    [[nodiscard]] Span object() const { return m_object; }
    [[nodiscard]] QByteArrayView at(const Span &span) const
    {
        return bytes().sliced(span.begin, span.end - span.begin);
    }

    /// The value of the member called @p name; of several, the last one, as Qt's reader does. Empty if there is none.
    [[nodiscard]] Span value(const QString &name) const { return m_members.value(name).value; }
    [[nodiscard]] bool isDoubled(const QString &name) const { return m_members.value(name).count > 1; }
    /// Whether a reader that does not mind the case of names, as .NET's often do, finds two when @p name is written:
    /// there are two already, or there is one in another case.
    [[nodiscard]] bool wouldBeDoubled(const QString &name) const;
    /// A member that appears more than once.
    [[nodiscard]] const std::optional<QString> &doubledMember() const { return m_doubledMember; }
    /// Where another member can be inserted: after the last one, or after the opening brace of an empty object.
    [[nodiscard]] qsizetype end() const { return m_end; }
    [[nodiscard]] bool hasMembers() const { return !m_members.isEmpty(); }

    /// The object at @p span; empty if the value is not an object.
    [[nodiscard]] JsonSource objectAt(const Span &span) const;
    /// doubledMember() of that object, without making a source of it: a list may have many thousand.
    [[nodiscard]] std::optional<QString> doubledMemberAt(const Span &span) const;
    /// The elements of the array at @p span; none if the value is not an array.
    [[nodiscard]] QList<Span> elementsAt(const Span &span) const;

private:
    struct Member
    {
        Span value;
        int count = 0;
    };
    Secret m_bytes;
    Span m_object;
    qsizetype m_end = 0;
    QHash<QString, Member> m_members;
    QHash<QString, int> m_counts; // of members by their names in one case
    std::optional<QString> m_doubledMember;
};

} // namespace lanyard
