#include "core/base/comparedtext.h"

#include "core/base/codepoint.h"
#include "core/base/escapes.h"

#include <array>

namespace lanyard {

namespace {

constexpr char16_t AsciiEnd = 0x80;

// Of ASCII; 0: left out.
constexpr auto asciiForms = [] {
    std::array<char16_t, AsciiEnd> forms = {};
    for (char16_t c = u' ' + 1; c < 0x7F; ++c)
        forms[c] = c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + (u'a' - u'A')) : c;
    return forms;
}();

// 0: left out.
char32_t formOf(char32_t code)
{
    constexpr char32_t fullWidth = 0xFF01 - u'!'; // so far from the usual ones
    if (code >= 0xFF01 && code <= 0xFF5E)
        code -= fullWidth;
    if (code < AsciiEnd)
        return asciiForms[code];
    return QChar::isSpace(code) || isInvisible(code, false) ? 0 : QChar::toCaseFolded(code);
}

} // namespace

// Once for each character of texts of megabytes: what is usual in them takes no call.
ComparedText::ComparedText(QStringView text, Escapes escapes) : m_text(text), m_escapes(escapes)
{
    m_form.resize(text.size()); // no form is longer than its text
    QChar *out = m_form.data();
    const char16_t *in = text.utf16();
    const qsizetype size = text.size();
    for (qsizetype at = 0; at < size;) {
        const char16_t c = in[at];
        if (c < AsciiEnd && !beginsEscape(c)) {
            if (const char16_t form = asciiForms[c])
                *out++ = QChar(form);
            ++at;
            continue;
        }
        const Step step = stepAt(at);
        for (int i = 0; i < step.count; ++i)
            *out++ = QChar(step.units[i]);
        at += step.length;
    }
    m_form.truncate(out - m_form.constData());
}

bool ComparedText::beginsEscape(char16_t c) const
{
    if (m_escapes == Escapes::Literal)
        return false;
    return lanyard::beginsEscape(c) || (c == u'+' && m_escapes == Escapes::DecodedForm);
}

ComparedText::Step ComparedText::stepAt(qsizetype at) const
{
    Step step;
    char32_t code = 0;
    const char16_t c = m_text.at(at).unicode();
    const auto escape = beginsEscape(c) ? escapeAtBeginOf(m_text.sliced(at)) : std::nullopt;
    if (escape) {
        code = escape->code;
        step.length = escape->length;
    } else if (c < AsciiEnd) {
        code = beginsEscape(c) && c == u'+' ? U' ' : c;
    } else {
        const Point point = pointAt(m_text, at);
        code = point.code;
        step.length = point.units;
    }
    const char32_t form = formOf(code);
    if (form == 0)
        return step;
    if (QChar::requiresSurrogates(form))
        step.units[step.count++] = QChar::highSurrogate(form);
    step.units[step.count++] =
        QChar::requiresSurrogates(form) ? QChar::lowSurrogate(form) : static_cast<char16_t>(form);
    return step;
}

void ComparedText::walkTo(qsizetype form)
{
    if (form < m_walkedForm) {
        m_walkedText = m_firstText;
        m_walkedForm = m_firstForm;
    }
    while (m_walkedText < m_text.size()) {
        const Step step = stepAt(m_walkedText);
        if (m_walkedForm + step.count > form)
            return;
        m_walkedForm += step.count;
        m_walkedText += step.length;
    }
}

ComparedText::Range ComparedText::inText(qsizetype at, qsizetype length)
{
    walkTo(at);
    const qsizetype begin = m_walkedText;
    walkTo(at + length - 1);
    const qsizetype end = m_walkedText < m_text.size() ? m_walkedText + stepAt(m_walkedText).length : m_text.size();
    return {begin, end - begin};
}

void ComparedText::moveOn(qsizetype at)
{
    walkTo(at);
    m_firstText = m_walkedText;
    m_firstForm = m_walkedForm;
}

bool ComparedText::hasEscapes(QStringView text)
{
    return text.contains(u'%') || text.contains(u'&') || text.contains(u'\\');
}

} // namespace lanyard
