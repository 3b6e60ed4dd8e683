#include "ui/look/breaks.h"

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

constexpr qsizetype OverlongWord = 40; // characters: more than a line of a narrow dialog
constexpr qsizetype OverlongStart = 12;

} // namespace

QString breakable(const QString &text, qsizetype first, qsizetype further)
{
    QString broken;
    qsizetype length = 0;
    qsizetype longest = first;
    for (const QChar character : text) {
        if (character.isSpace())
            longest = first;
        length = character.isSpace() ? 0 : length + 1;
        if (length > longest && !character.isLowSurrogate() && !character.isMark()) {
            broken += LineBreak;
            length = 1;
            longest = further;
        }
        broken += character;
    }
    return broken;
}

QString withOverlongBreakable(const QString &text)
{
    const auto isBetween = [](QChar character) { return character.isSpace() || character == LineBreak; };
    QString fitted;
    for (auto start = text.begin(), end = start; start != text.end(); start = end) {
        end = std::find_if(start, text.end(), isBetween);
        const QString word(start, end - start);
        fitted += word.size() > OverlongWord ? breakable(word, OverlongStart, 1) : word;
        start = std::exchange(end, std::find_if_not(end, text.end(), isBetween));
        fitted.append(start, end - start);
    }
    return fitted;
}

} // namespace lanyard
