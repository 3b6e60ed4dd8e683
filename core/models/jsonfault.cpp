#include "core/models/jsonfault.h"

#include "core/base/json.h"

#include <QList>
#include <QSet>
#include <QVarLengthArray>

#include <algorithm>

namespace lanyard {

namespace {

using FaultKind = JsonFault::Kind;

constexpr qsizetype DeepestJson = 512;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

// One pass without recursion; open containers are on an explicit stack.
class JsonScanner
{
public:
    explicit JsonScanner(QStringView text) : m_text(text) {}

    std::optional<JsonFault> run()
    {
        bool wantsValue = true;
        while (!m_fault && (wantsValue || !m_open.isEmpty()))
            wantsValue = wantsValue ? value() : next();
        skipSpace();
        if (!m_fault && m_at < m_text.size())
            fail(FaultKind::GoesOn);
        return m_fault ? m_fault : m_doubled;
    }

private:
    [[nodiscard]] QChar here() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }

    void skipSpace()
    {
        while (m_at < m_text.size() && QStringView(u" \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
    }

    bool fail(FaultKind kind)
    {
        if (!m_fault)
            m_fault = JsonFault{kind, m_at};
        return false;
    }

    bool take(QChar c)
    {
        if (here() != c)
            return false;
        ++m_at;
        return true;
    }

    // Whether another value must follow.
    bool value()
    {
        skipSpace();
        const QChar c = here();
        if (c == u'{' || c == u'[')
            return open();
        if (c == u'"')
            return text();
        if (c == u'-' || isDigit(c))
            return number();
        for (const QStringView word : {u"true", u"false", u"null"}) {
            if (m_text.mid(m_at).startsWith(word)) {
                m_at += word.size();
                return here().isLetterOrNumber() ? fail(FaultKind::GoesOn) : false;
            }
        }
        return fail(isText(c) ? FaultKind::Unquoted : FaultKind::NoValue);
    }

    // A word, or a string in typographic quotation marks.
    static bool isText(QChar c)
    {
        return c.isLetter() || c == u'\'' || c.category() == QChar::Punctuation_InitialQuote ||
               c.category() == QChar::Punctuation_FinalQuote || c == u'\u201E' || c == u'\u201A';
    }

    bool open()
    {
        if (m_open.size() == DeepestJson)
            return fail(FaultKind::TooDeep);
        const bool isObject = here() == u'{';
        ++m_at;
        skipSpace();
        if (take(isObject ? u'}' : u']'))
            return false;
        m_open.append(isObject);
        m_names.append(QSet<QString>());
        return !isObject || name();
    }

    // After a value in a list or an object.
    bool next()
    {
        skipSpace();
        const bool isObject = m_open.last();
        if (take(isObject ? u'}' : u']')) {
            m_open.removeLast();
            m_names.removeLast();
            return false;
        }
        if (!take(u','))
            return fail(isObject ? FaultKind::NoCommaInObject : FaultKind::NoCommaInList);
        return !isObject || name();
    }

    bool name()
    {
        skipSpace();
        if (here() != u'"')
            return fail(isText(here()) ? FaultKind::UnquotedName : FaultKind::NoName);
        const qsizetype start = m_at;
        text();
        noteName(start);
        skipSpace();
        if (!m_fault && !take(u':'))
            fail(FaultKind::NoColon);
        return !m_fault;
    }

    void noteName(qsizetype start)
    {
        if (m_fault || m_doubled)
            return;
        const QString name = jsonUnquoted(m_text.sliced(start, m_at - start));
        if (m_names.last().contains(name))
            m_doubled = JsonFault{FaultKind::DoubledName, start};
        m_names.last().insert(name);
    }

    bool text()
    {
        const qsizetype start = m_at++;
        while (!m_fault && !take(u'"')) {
            if (m_at == m_text.size()) {
                m_at = start;
                return fail(FaultKind::OpenText);
            }
            if (here() < u' ')
                return fail(FaultKind::ControlCharacter);
            if (here() == u'\\')
                escape();
            else
                ++m_at;
        }
        return false;
    }

    void escape()
    {
        const QChar c = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar();
        qsizetype length = c != QChar() && QStringView(u"\"\\/bfnrt").contains(c) ? 2 : 0;
        if (c == u'u') {
            const QStringView digits = m_text.mid(m_at + 2, 4);
            length = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), isHexDigit) ? 6 : 0;
        }
        if (length == 0)
            fail(FaultKind::Escape);
        m_at += length;
    }

    bool digits()
    {
        if (!isDigit(here()))
            return fail(FaultKind::Number);
        while (isDigit(here()))
            ++m_at;
        return true;
    }

    bool number()
    {
        take(u'-');
        if (here() == u'0' && m_at + 1 < m_text.size() && isDigit(m_text.at(m_at + 1)))
            return fail(FaultKind::LeadingZero);
        if (!digits() || (take(u'.') && !digits()))
            return false;
        if (take(u'e') || take(u'E')) {
            if (!take(u'+'))
                take(u'-');
            digits();
        }
        return false;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QVarLengthArray<bool, 32> m_open; // true: an object
    QList<QSet<QString>> m_names;     // of each open one
    std::optional<JsonFault> m_fault;
    std::optional<JsonFault> m_doubled;
};

} // namespace

std::optional<JsonFault> findJsonFault(QStringView text)
{
    return JsonScanner(text).run();
}

} // namespace lanyard
