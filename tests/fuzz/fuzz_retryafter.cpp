// How long a service asks to wait is a number that a person can wait for, or not known.

#include "core/http/headervalue.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace lanyard::testing {

// A line with seconds since 2024, then the header.
void fuzz(Input input)
{
    const QDateTime start(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime now = start.addSecs(input.line().toInt());
    const QByteArray header = input.rest();
    const int seconds = retryAfterSeconds(header, now);
    require(seconds >= -1 && seconds <= 300, "a wait is 0 to 300 seconds, or -1");
    const QByteArray text = header.trimmed();
    const bool isNumber =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        const auto digits = std::find_if(text.begin(), text.end(), [](char c) { return c != '0'; });
        const bool isLong = text.end() - digits > 3;
        require(seconds == (isLong ? 300 : std::min(text.last(text.end() - digits).toInt(), 300)),
                "a number of seconds is that number, to 300");
    }
    if (text.isEmpty())
        require(seconds == -1, "nothing said is not known");
}

} // namespace lanyard::testing
