// How long a service asks to wait is a number that a user can wait for, or not known.

#include "core/base/utc.h"
#include "core/http/headervalue.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace lanyard::testing {

// A line with seconds since 2024, then the header.
void fuzz(Input input)
{
    constexpr int limit = 24 * 60 * 60;
    const QDateTime start = utcMoment(QDate(2024, 1, 1), QTime(0, 0));
    const QDateTime now = start.addSecs(input.line().toInt());
    const QByteArray header = input.rest();
    const int seconds = retryAfterSeconds(header, now);
    require(seconds >= -1 && seconds <= limit, "a wait is a day at the most, or -1");
    const QByteArray text = header.trimmed();
    const bool isNumber =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        const auto digits = std::find_if(text.begin(), text.end(), [](char c) { return c != '0'; });
        const bool isLong = text.end() - digits > 6;
        require(seconds == (isLong ? limit : std::min(text.last(text.end() - digits).toInt(), limit)),
                "a number of seconds is that number, to a day");
    }
    if (text.isEmpty())
        require(seconds == -1, "nothing said is not known");
}

} // namespace lanyard::testing
