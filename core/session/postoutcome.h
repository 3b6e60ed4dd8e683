#pragma once

#include "core/base/error.h"

namespace lanyard {

// What the response to a posted document says about whether it was carried out.

/// Whether a response with this error settles that nothing was done, if nothing of it is visible either.
[[nodiscard]] bool isDefinite(const Error &error);
/// Refused, but with a user in the answer: whatever else failed ("Mail could not be sent"), the edits may be in it.
[[nodiscard]] bool isRefusalWithUser(const Error &error);
/// Whether the post may have been carried out despite this outcome: no response, or none that was waited for, an
/// internal error in the middle of it, a redirect ("See Other") after it, or whatever something in between has
/// answered: a filter of responses, or a proxy that has lost patience, says so after the service has done its work.
[[nodiscard]] bool mayHaveBeenDone(const Error &error);
/// 204 and 205: done, with nothing to show for it.
[[nodiscard]] bool isDoneWithoutBody(const Error &error);

} // namespace lanyard
