#pragma once

#include <QString>

#include <functional>

namespace lanyard {

/// A character that can be seen for @p byte: of ASCII the character itself.
[[nodiscard]] constexpr QChar letterOfByte(quint8 byte)
{
    constexpr char16_t others = 0x2800; // 256 of Braille, which have no case
    return QChar(static_cast<char16_t>(byte < 0x80 ? byte : others + byte));
}

/// What a stretch of a text may mean in base64 or as hexadecimal numbers of bytes.
struct CodedRun
{
    QString decoded;   ///< see letterOfByte()
    qsizetype at = 0;  ///< where the stretch begins in the text, with a whole group of letters
    qsizetype end = 0; ///< with the signs that fill up its last group
    qsizetype bytesOfGroup = 3;
    qsizetype lettersOfGroup = 4; ///< with those between it and the next one
    qsizetype lettersBetween = 0;

    struct Range
    {
        qsizetype at = 0;
        qsizetype length = 0;
    };
    /// The letters of the text that mean @p length characters of decoded() from @p from on.
    [[nodiscard]] Range inText(qsizetype from, qsizetype length) const;
};

/// Of how many letters a stretch is looked at. What is shorter holds no secret, and what is longer is a picture or the
/// like.
struct RunSizes
{
    qsizetype shortest = 16;
    qsizetype longest = 2048;
};

/// Calls @p found with each stretch of base64 (of either alphabet) in @p text that means readable ASCII, for the most
/// part of its shortest size, in each of the four ways in which it may be cut into groups, and with each hexadecimal
/// one in both ways, also with hyphens, colons or spaces between its bytes, until it returns false.
void forEachCodedRun(QStringView text, RunSizes sizes, const std::function<bool(const CodedRun &)> &found);

} // namespace lanyard
