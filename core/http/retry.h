#pragma once

#include "core/http/classify.h"

namespace lanyard {

/// How long to wait, in milliseconds, before a call is sent again that has ended like this after @p tries tries;
/// nothing when it is not sent again.
///
/// Reads only, and at most two more times: when the service asks for a pause of at most five seconds (429 or 503 with
/// Retry-After), and when a connection was lost after the request went out and before any answer came. A POST is never
/// sent again: nobody knows what its first try did.
[[nodiscard]] std::optional<int> retryDelay(const RawAnswer &answer, int tries);

} // namespace lanyard
