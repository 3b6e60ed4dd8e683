#pragma once

#include <QString>

namespace lanyard {

/// @p text in a form that is the same whether it was written with its accents or without, to be compared and not to be
/// shown: decomposed and case-folded. Greek capitals are written without accents, Turkish has two letters i, Polish
/// letters are missing from most keyboards, "ß" is "SS" in capitals, and vowel signs, hamza and nukta are often
/// omitted: "ΜΑΡΤΙΟΥ", "KASIM", "Lodz", "ابريل", "फरवरी".
[[nodiscard]] QString withoutAccents(const QString &text);

} // namespace lanyard
