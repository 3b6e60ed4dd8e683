#include "core/base/jsonsource.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QVarLengthArray>

#include <cstring>

namespace lanyard {

namespace {

// Skips over parts of a text that is known to be well-formed JSON. At its end here() is a NUL, which ends every loop:
// malformed text is skipped somehow, but never read past its end.
class Cursor
{
public:
    Cursor(QByteArrayView json, qsizetype at) : m_begin(json.data()), m_end(m_begin + json.size()), m_at(m_begin + at)
    {
    }

    [[nodiscard]] qsizetype at() const { return m_at - m_begin; }
    [[nodiscard]] char here() const { return m_at < m_end ? *m_at : '\0'; }

    void skipSpace()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    // Skips @p wanted, if it comes next.
    bool take(char wanted)
    {
        skipSpace();
        if (here() != wanted)
            return false;
        ++m_at;
        return true;
    }

    void skipValue()
    {
        if (here() == '"')
            skipString();
        else if (here() == '{' || here() == '[')
            skipContainer();
        else
            while (m_at < m_end && !isBehindScalar(*m_at))
                ++m_at;
    }

    // From quote to quote: most of a large document is in its strings.
    void skipString()
    {
        const char *begin = ++m_at;
        do {
            const auto *quote =
                static_cast<const char *>(std::memchr(m_at, '"', static_cast<std::size_t>(m_end - m_at)));
            m_at = quote ? quote + 1 : m_end;
        } while (m_at < m_end && isEscaped(m_at - 1, begin));
    }

private:
    static bool isBehindScalar(char c)
    {
        return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    // Whether an odd number of backslashes stands before @p quote, in a string that begins at @p begin.
    static bool isEscaped(const char *quote, const char *begin)
    {
        const char *at = quote;
        while (at > begin && at[-1] == '\\')
            --at;
        return (quote - at) % 2 != 0;
    }

    // Iterative: a document may be nested more deeply than the stack allows.
    void skipContainer()
    {
        qsizetype depth = 0;
        do {
            const char c = *m_at;
            if (c == '"') {
                skipString();
                continue;
            }
            if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                --depth;
            ++m_at;
        } while (depth > 0 && m_at < m_end);
    }

    const char *m_begin;
    const char *m_end;
    const char *m_at;
};

// The name from its source text, quotes included. QString::fromUtf8() drops a leading U+FEFF as a byte order mark, and
// "city" with one is another member.
QString nameFrom(QByteArrayView text)
{
    if (text.size() < 2 || (!text.contains('\\') && !text.startsWith("\"\xEF\xBB\xBF")))
        return QString::fromUtf8(text.size() < 2 ? QByteArrayView() : text.sliced(1).chopped(1));
    return parseJson('[' + text.toByteArray() + ']').array().at(0).toString();
}

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
    Cursor cursor(bytes(), begin);
    cursor.skipSpace();
    m_object.begin = m_object.end = cursor.at();
    if (!cursor.take('{'))
        return;
    m_end = cursor.at();
    do {
        cursor.skipSpace();
        if (cursor.here() != '"')
            break;
        const qsizetype nameBegin = cursor.at();
        cursor.skipString();
        const QString name = nameFrom(at({nameBegin, cursor.at()}));
        cursor.take(':');
        cursor.skipSpace();
        Member &member = m_members[name];
        member.value.begin = cursor.at();
        cursor.skipValue();
        member.value.end = m_end = cursor.at();
        if (++member.count > 1)
            m_doubledMember = name;
        ++m_counts[inOneCase(name)];
    } while (cursor.take(','));
    cursor.take('}');
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
    QVarLengthArray<QByteArrayView, 32> names;
    Cursor cursor(bytes(), span.begin);
    if (span.isEmpty() || !cursor.take('{'))
        return std::nullopt;
    do {
        cursor.skipSpace();
        if (cursor.here() != '"')
            break;
        const qsizetype nameBegin = cursor.at();
        cursor.skipString();
        const QByteArrayView name = at({nameBegin, cursor.at()});
        // Two notations may be one name; and many names are not compared each with each.
        if (name.contains('\\') || names.size() == names.capacity() || names.contains(name))
            return objectAt(span).doubledMember();
        names.append(name);
        cursor.take(':');
        cursor.skipSpace();
        cursor.skipValue();
    } while (cursor.take(','));
    return std::nullopt;
}

QList<JsonSource::Span> JsonSource::elementsAt(const Span &span) const
{
    QList<Span> elements;
    Cursor cursor(bytes(), span.begin);
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
