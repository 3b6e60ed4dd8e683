#include "core/base/jsonsource.h"

#include "core/base/json.h"

#include <QJsonArray>

namespace lanyard {

namespace {

// Skips over parts of a text that is known to be well-formed JSON. At its end here() is a NUL, which ends every loop:
// malformed text is skipped somehow, but never read past its end.
class Cursor
{
public:
    Cursor(QByteArrayView json, qsizetype at) : m_json(json), m_at(at) {}

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] char here() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    void skipSpace()
    {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t')
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
            while (m_at < m_json.size() && !isBehindScalar(here()))
                ++m_at;
    }

    void skipString()
    {
        for (++m_at; m_at < m_json.size() && here() != '"'; ++m_at)
            m_at += here() == '\\' ? 1 : 0;
        m_at = qMin(m_at + 1, m_json.size());
    }

private:
    static bool isBehindScalar(char c)
    {
        return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    // Iterative: a document may be nested more deeply than the stack allows.
    void skipContainer()
    {
        qsizetype depth = 0;
        do {
            switch (here()) {
            case '"':
                skipString();
                continue;
            case '{':
            case '[':
                ++depth;
                break;
            case '}':
            case ']':
                --depth;
                break;
            default:
                break;
            }
            ++m_at;
        } while (depth > 0 && m_at < m_json.size());
    }

    QByteArrayView m_json;
    qsizetype m_at;
};

// The name from its source text, quotes included.
QString nameFrom(QByteArrayView text)
{
    if (text.size() < 2 || !text.contains('\\'))
        return QString::fromUtf8(text.size() < 2 ? QByteArrayView() : text.sliced(1).chopped(1));
    return parseJson('[' + text.toByteArray() + ']').array().at(0).toString();
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
        m_hasDoubledMember |= ++member.count > 1;
    } while (cursor.take(','));
    cursor.take('}');
    m_object.end = cursor.at();
}

JsonSource JsonSource::objectAt(const Span &span) const
{
    return span.isEmpty() ? JsonSource() : JsonSource(m_bytes, span.begin);
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
