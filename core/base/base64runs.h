#pragma once

#include <QString>

#include <functional>

namespace lanyard {

/// What a stretch of a text may mean in base64.
struct Base64Run
{
    QString decoded;
    qsizetype at = 0;  ///< where the stretch begins in the text, with a group of four letters
    qsizetype end = 0; ///< with the signs that fill up its last group

    struct Range
    {
        qsizetype at = 0;
        qsizetype length = 0;
    };
    /// The letters of the text that mean @p length characters of decoded() from @p from on.
    [[nodiscard]] Range inText(qsizetype from, qsizetype length) const;
};

/// Calls @p found with each stretch of 16 to 2048 letters of base64 (of either alphabet) in @p text that means readable
/// ASCII, in each of the four ways in which it may be cut into groups, until it returns false.
void forEachBase64Run(QStringView text, const std::function<bool(const Base64Run &)> &found);

} // namespace lanyard
