#pragma once

#include <QString>

namespace lanyard {

/// A line may end there, and nothing is seen of it. PlainLabel copies none.
inline constexpr QChar LineBreak(0x200B);

/// @p text with places to break its long words, whatever they consist of: after @p first characters of each, and after
/// each @p further ones.
[[nodiscard]] QString breakable(const QString &text, qsizetype first, qsizetype further);
/// @p text with such places in the words that are longer than a line may be, and in no other.
[[nodiscard]] QString withOverlongBreakable(const QString &text);

} // namespace lanyard
