#pragma once

#include "core/http/rawanswer.h"

namespace lanyard {

/// The delay in milliseconds before a call that ended with @p answer after @p tries attempts is sent again; nullopt if
/// it is not sent again.
///
/// Reads only, and at most two more attempts: if the service asks for a pause of at most five seconds (429 or 503 with
/// Retry-After), and if a connection was lost after the request was sent and before any response arrived. A POST is
/// never sent again: there is no way to know what its first attempt did.
[[nodiscard]] std::optional<int> retryDelay(const RawAnswer &answer, int tries);

} // namespace lanyard
