#include "core/base/jsonsource.h"

#include "core/base/jsonmember.h"

#include <QVarLengthArray>

namespace lanyard {

namespace {

// As .NET compares names when it ignores their case, letter by letter. No letter outside ASCII is one within it: the
// capital of a long s (U+017F) would be S, and that of a dotless i (U+0131) I.
QString inOneCase(QString name)
{
    for (QChar &c : name) {
        if (const QChar capital = c.toUpper(); c.unicode() < 0x80 || capital.unicode() >= 0x80)
            c = capital;
    }
    return name;
}

} // namespace

JsonSource::JsonSource(const Secret &bytes) : JsonSource(bytes, bytes.expose().startsWith("\xEF\xBB\xBF") ? 3 : 0) {}

JsonSource::JsonSource(Secret secret, qsizetype begin) : m_bytes(std::move(secret))
{
    JsonCursor cursor(bytes(), begin);
    cursor.skipSpace();
    m_object.begin = m_object.end = cursor.at();
    if (cursor.here() == '{')
        m_end = m_object.begin + 1;
    cursor.skipObject([this](const Span &nameSpan, const Span &value) {
        const QString name = jsonName(at(nameSpan));
        Member &member = m_members[name];
        member.value = value;
        m_end = value.end;
        if (++member.count > 1)
            m_doubledMember = name;
        ++m_counts[inOneCase(name)];
        return true;
    });
    m_object.end = cursor.at();
}

bool JsonSource::wouldBeDoubled(const QString &name) const
{
    const int count = m_counts.value(inOneCase(name));
    return count > 1 || count > m_members.value(name).count;
}

JsonSource JsonSource::objectAt(const Span &span) const
{
    return span.isEmpty() ? JsonSource() : JsonSource(m_bytes, span.begin);
}

std::optional<QString> JsonSource::doubledMemberAt(const Span &span) const
{
    if (span.isEmpty())
        return std::nullopt;
    QVarLengthArray<QByteArrayView, 32> names;
    bool isDecided = true;
    JsonCursor(bytes(), span.begin).skipObject([&](const Span &nameSpan, const Span &) {
        const QByteArrayView name = at(nameSpan);
        // Two notations may be one name; and many names are not compared each with each.
        isDecided = !name.contains('\\') && names.size() < names.capacity() && !names.contains(name);
        names.append(name);
        return isDecided;
    });
    return isDecided ? std::nullopt : objectAt(span).doubledMember();
}

QList<JsonSource::Span> JsonSource::elementsAt(const Span &span) const
{
    QList<Span> elements;
    JsonCursor cursor(bytes(), span.begin);
    if (span.isEmpty() || !cursor.take('['))
        return elements;
    do {
        cursor.skipSpace();
        const qsizetype begin = cursor.at();
        cursor.skipValue();
        if (cursor.at() > begin)
            elements.append({begin, cursor.at()});
    } while (cursor.take(','));
    return elements;
}

} // namespace lanyard
