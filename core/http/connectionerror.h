#pragma once

#include "core/http/rawanswer.h"

namespace lanyard {

/// The error of that kind about @p answer: with its status, origin and technical text.
[[nodiscard]] Error errorOf(Error::Kind kind, const RawAnswer &answer);

/// The same for a call that ended without a usable response. A POST that was passed to the network may have been
/// carried out: OutcomeUnknown, with @p kind as its cause.
[[nodiscard]] Error unanswered(Error::Kind kind, const RawAnswer &answer);

/// Why we ended the call ourselves; nullopt if we did not.
[[nodiscard]] std::optional<Error> stopped(const RawAnswer &answer);

/// Why a call ended without a status.
[[nodiscard]] Error withoutStatus(const RawAnswer &answer);

} // namespace lanyard
