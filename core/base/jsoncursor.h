#pragma once

#include <QByteArrayView>

#include <cstring>

namespace lanyard {

/// Skips over parts of a text that is known to be well-formed JSON. At its end here() is a NUL, which ends every loop:
/// malformed text is skipped somehow, but never read past its end.
class JsonCursor
{
public:
    JsonCursor(QByteArrayView json, qsizetype at)
        : m_begin(json.data()), m_end(m_begin + json.size()), m_at(m_begin + at)
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

    /// Where a part of the text begins, and one past its last byte.
    struct Span
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        [[nodiscard]] bool isEmpty() const { return begin == end; }
        friend bool operator==(const Span &, const Span &) = default;
    };

    /// Skips an object, if one begins here, and calls @p visit for each of its members, in their order: with the name's
    /// span, quotation marks included, and the value's. Stops within the object when @p visit returns false.
    template<typename Visit>
    void skipObject(const Visit &visit)
    {
        if (!take('{'))
            return;
        do {
            skipSpace();
            if (here() != '"')
                break;
            Span name{at(), 0};
            skipString();
            name.end = at();
            if (name.end - name.begin < 2)
                break; // the text is not well-formed
            take(':');
            skipSpace();
            Span value{at(), 0};
            skipValue();
            value.end = at();
            if (!visit(name, value))
                return;
        } while (take(','));
        take('}');
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

} // namespace lanyard
