#include "tests/fuzz/fuzz.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace lanyard::testing {

int Input::choice(int count)
{
    if (m_bytes.isEmpty())
        return 0;
    const auto byte = static_cast<unsigned char>(m_bytes.front() - '0');
    m_bytes = m_bytes.sliced(1);
    return byte % count;
}

QByteArray Input::line()
{
    const qsizetype end = m_bytes.indexOf('\n');
    const QByteArray line = (end < 0 ? m_bytes : m_bytes.first(end)).toByteArray();
    m_bytes = end < 0 ? QByteArrayView() : m_bytes.sliced(end + 1);
    return line;
}

QByteArray Input::rest()
{
    return QByteArray::fromRawData(m_bytes.data(), m_bytes.size());
}

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

bool isHarmless(const QString &text, bool multiLine)
{
    return std::none_of(text.begin(), text.end(), [multiLine](QChar c) {
        const bool isBreak = c == u'\n' || c == u'\r' || c == u'\t';
        const bool isBidi = c == QChar(0x061C) || c == QChar(0x200E) || c == QChar(0x200F) ||
                            (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        return isBidi || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ||
               (c.category() == QChar::Other_Control && !(multiLine && isBreak));
    });
}

namespace {

// A sentence isolates a value that reads in the other direction: each mark that begins such a part has one that ends
// it.
bool isIsolated(const QString &text)
{
    int open = 0;
    for (const QChar c : text) {
        open += c >= QChar(0x2066) && c <= QChar(0x2068) ? 1 : c == QChar(0x2069) ? -1 : 0;
        if (open < 0)
            return false;
    }
    return open == 0;
}

} // namespace

void requireReadable(const Error &error)
{
    // A sentence, with an address of 200 and words of the service of 500 characters, each shown as up to eight.
    constexpr qsizetype textLimit = 300 + (200 + 500) * 8;
    constexpr qsizetype detailsLimit = 200 + (200 + 500 + 500) * 8;
    const QString text = errorText(error);
    const QString details = errorDetails(error);
    require(!text.trimmed().isEmpty() && !details.trimmed().isEmpty(), "every error has words");
    require(text.size() <= textLimit && details.size() <= detailsLimit, "no error fills the screen");
    require(isIsolated(text) && isHarmless(withoutQuoteMarks(text)) && isHarmless(details, true),
            "no error has characters that act on others");
}

} // namespace lanyard::testing
