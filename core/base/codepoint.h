#pragma once

#include <QString>

namespace lanyard {

/// One code point of a text: one or two UTF-16 units.
struct Point
{
    char32_t code = 0;
    qsizetype units = 1;
};

/// The code point of @p text at unit @p i.
[[nodiscard]] Point pointAt(QStringView text, qsizetype i);
/// As the standard writes it: U+00A0.
[[nodiscard]] QString codePointName(char32_t code);

/// Whether it joins the characters beside it, or keeps them apart: ZWJ, ZWNJ.
[[nodiscard]] bool isJoiner(char32_t code);
/// LRM, RLM or ALM.
[[nodiscard]] bool isDirectionMark(char32_t code);
/// Whether a letter or number of @p text is written from right to left.
[[nodiscard]] bool hasRightToLeft(QStringView text);
/// Invisible, or affecting the text around it. Line breaks and tabs are neither if @p multiLine.
[[nodiscard]] bool isInvisible(char32_t code, bool multiLine);
/// Whether the script of the text before unit @p i needs the invisible character @p code there.
[[nodiscard]] bool isNeededAt(QStringView text, qsizetype i, char32_t code);
/// A space that looks like the usual one, or like none, and is another: U+00A0, U+2009, U+202F and the like; not the
/// ideographic one, which is as wide as the letters beside it.
[[nodiscard]] bool isUnusualSpace(QChar c);
/// A hyphen that looks like "-", and is another: U+2010 and U+2011.
[[nodiscard]] bool isHyphenLike(QChar c);
/// Meaningless at the end of a text, though not if more is typed.
[[nodiscard]] bool isNothingAtAnEnd(QChar c);

} // namespace lanyard
