// Text for the screen: harmless, no longer than allowed, and untouched where it was harmless before.

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "tests/fuzz/fuzz.h"

#include <QStringDecoder>

namespace lanyard::testing {

namespace {

// Letters of Unicode that show nothing.
bool isFiller(QChar c)
{
    return c == QChar(0x115F) || c == QChar(0x1160) || c == QChar(0x3164) || c == QChar(0xFFA0);
}

} // namespace

// Several lines or one, UTF-16 or UTF-8, then a line with the limit, then the text.
void fuzz(Input input)
{
    const bool multiLine = input.choice(2) == 1;
    const bool isUtf16 = input.choice(2) == 1;
    const qsizetype limit = input.line().toInt() % 1000;
    const QByteArray bytes = input.rest();
    QString text = QString::fromUtf8(bytes);
    if (isUtf16) {
        // Not through a decoder: halves of characters shall stay.
        text.clear();
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            text += QChar(uchar(bytes.at(i)), uchar(bytes.at(i + 1)));
    }
    const QString whole = visibleText(text, multiLine);
    require(isHarmless(whole, multiLine), "what is shown is harmless");
    require(whole.size() >= text.size(), "without a limit nothing is cut");
    require(visibleText(whole, multiLine) == whole, "what is visible stays as it is");
    const bool wasPlain = std::all_of(text.begin(), text.end(),
                                      [](QChar c) { return (c.isLetterOrNumber() && !isFiller(c)) || c == u' '; });
    require(!wasPlain || whole == text, "letters, numbers and spaces stay as they are");

    const QString cut = visibleText(text, multiLine, limit);
    require(isHarmless(cut, multiLine), "what is cut is harmless");
    require(limit < 0 ? cut == whole : cut.size() <= limit * 8 + 1, "a limit is kept");
    require(text.size() > limit || cut == whole, "what is short enough is not cut");
    const QString editable = editableText(text, multiLine);
    require(text.contains(u'‹') || fromEditable(editable, text) == text, "what an editor shows is what it was given");
    require(keptText(text, text) == text, "what stands in an editor stays");
    require(typedText(text).isValidUtf16() && !typedLine(text).contains(u'\n') && !typedLine(text).contains(u'\t'),
            "what is typed into one line has no line break");

    require(!text.isValidUtf16() || (cut.isValidUtf16() && whole.isValidUtf16()), "no character is cut in half");
}

} // namespace lanyard::testing
