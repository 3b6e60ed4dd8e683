// Text for the screen: harmless, no longer than allowed, and untouched where it was harmless before.

#include "core/base/text.h"
#include "tests/fuzz/fuzz.h"

#include <QStringDecoder>

namespace lanyard::testing {

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
    const bool wasPlain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c == u' '; });
    require(!wasPlain || whole == text, "letters, numbers and spaces stay as they are");

    const QString cut = visibleText(text, multiLine, limit);
    require(isHarmless(cut, multiLine), "what is cut is harmless");
    require(limit < 0 ? cut == whole : cut.size() <= limit * 8 + 1, "a limit is kept");
    require(text.size() > limit || cut == whole, "what is short enough is not cut");
    require(!text.isValidUtf16() || (cut.isValidUtf16() && whole.isValidUtf16()), "no character is cut in half");
}

} // namespace lanyard::testing
