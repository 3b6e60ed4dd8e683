#pragma once

#include "core/document/change.h"

namespace lanyard {

/// Whether @p now holds the value of @p change in a form that the service has given it: an e-mail address in lower
/// case, a telephone number without spaces, a text without the spaces around it, an address with a slash at its end. It
/// then differs from the value before, and from what was sent only in case, spaces, punctuation and characters that
/// show nothing (NUL, which fills a column of fixed width). Punctuation before a digit counts, but for telephone
/// numbers: -5 is not 5, and 1.5 not 15. So do symbols and lines. Always false for what is no text, such as a number or
/// a date, whose notations sameMeaning() knows.
[[nodiscard]] bool isNormalised(const Change &change, const User &now);

/// Whether @p now shows that @p change was saved: it is done (see isDone()), or isNormalised().
[[nodiscard]] bool hasArrived(const Change &change, const User &now);

} // namespace lanyard
