#pragma once

#include <QString>

namespace lanyard {

/// The name of a character that is not seen, or taken for another, and its code point: "a no-break space (U+00A0)".
[[nodiscard]] QString characterName(char32_t code);

} // namespace lanyard
