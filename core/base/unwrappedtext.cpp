#include "core/base/unwrappedtext.h"

#include <algorithm>

namespace lanyard {

namespace {

// A line of at least so many letters without a gap is no line of words.
constexpr qsizetype ShortestLine = 40;

bool isOfBase64(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"+/-_").contains(c));
}

// Of the break at @p at with a backslash before it, as in a program's text, and the indent behind it; 0: none.
qsizetype breakAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    if (end < text.size() && text.at(end) == u'\\')
        ++end;
    if (end < text.size() && text.at(end) == u'\r')
        ++end;
    if (end == text.size() || text.at(end) != u'\n')
        return 0;
    for (++end; end < text.size() && (text.at(end) == u' ' || text.at(end) == u'\t');)
        ++end;
    return end < text.size() && isOfBase64(text.at(end)) ? end - at : 0;
}

} // namespace

UnwrappedText::UnwrappedText(QStringView text)
{
    if (!text.contains(u'\n'))
        return;
    qsizetype removed = 0;
    qsizetype kept = 0; // from here on the text is not in the result yet
    qsizetype line = 0; // where the letters without a gap begin
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isOfBase64(text.at(at)))
            continue;
        const qsizetype length = at - line >= ShortestLine ? breakAt(text, at) : 0;
        if (length > 0) {
            m_text += text.sliced(kept, at - kept);
            removed += length;
            m_breaks << Range{m_text.size(), removed};
            kept = at + length;
            at = kept - 1;
        }
        line = at + 1;
    }
    if (isWrapped())
        m_text += text.sliced(kept);
}

qsizetype UnwrappedText::placeOf(qsizetype at) const
{
    const auto behind = std::upper_bound(m_breaks.begin(), m_breaks.end(), at,
                                         [](qsizetype place, const Range &removed) { return place < removed.at; });
    return behind == m_breaks.begin() ? at : at + std::prev(behind)->length;
}

UnwrappedText::Range UnwrappedText::inText(qsizetype at, qsizetype length) const
{
    const qsizetype begin = placeOf(at);
    return {begin, placeOf(at + length - 1) + 1 - begin};
}

} // namespace lanyard
