#pragma once

#include "tests/service/serviceoptions.h"

#include <optional>

namespace lanyard::testing {

// A point in time to the nanosecond: QDateTime ends at milliseconds, and services write seven digits.
struct Instant
{
    qint64 seconds = 0; // since 1970, UTC
    int nanoseconds = 0;

    static Instant now();
    // A date as the contract writes it: 0 to 9 fraction digits; Z, an offset, or no zone (read as UTC).
    static std::optional<Instant> parse(const QString &text);

    QString text(ServiceOptions::DateForm form, int fractionDigits) const;
};

// A date relative to now, such as "@+12d" or "@-40d" (also h, m, s), as the accounts file writes it; nothing for any
// other text.
std::optional<Instant> relativeDate(const QString &text);

} // namespace lanyard::testing
