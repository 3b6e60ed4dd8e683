#pragma once

#include <QString>

namespace lanyard {

/// The letters of @p text that are of another alphabet than those beside them in the same word, and look like one of
/// theirs: a Cyrillic "а" in a Latin name. Each once. A word in one alphabet, whichever, has none, nor has one in which
/// the other alphabet can be seen (kΩ).
[[nodiscard]] QString lookalikesIn(QStringView text);

/// @p text with each of them as the letter of its word's alphabet that it looks like.
[[nodiscard]] QString withoutLookalikes(const QString &text);

} // namespace lanyard
