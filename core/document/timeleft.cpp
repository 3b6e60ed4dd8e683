#include "core/document/timeleft.h"

#include "core/document/apikey.h"

#include <algorithm>

namespace lanyard {

namespace {

constexpr qint64 MinuteSeconds = 60;
constexpr qint64 HourSeconds = 3600;
constexpr qint64 ToldInDaysSeconds = 48 * HourSeconds; // and more

qint64 daysTold(const ApiKey &key, const QDateTime &now)
{
    const qint64 days = key.daysLeft(now);
    return days > ApiKey::ExpiringDays ? days
                                       : now.toLocalTime().date().daysTo(key.expires().moment.toLocalTime().date());
}

} // namespace

TimeLeft timeLeft(const ApiKey &key, const QDateTime &now)
{
    using Unit = TimeLeft::Unit;
    if (!key.expires().isKnown())
        return {};
    const qint64 seconds = std::max<qint64>(0, now.secsTo(key.expires().moment));
    if (seconds >= ToldInDaysSeconds)
        return {.unit = Unit::Days, .count = daysTold(key, now)};
    return seconds >= HourSeconds ? TimeLeft{.unit = Unit::Hours, .count = seconds / HourSeconds}
                                  : TimeLeft{.unit = Unit::Minutes, .count = seconds / MinuteSeconds};
}

QDateTime nextTimeLeft(const ApiKey &key, const QDateTime &now)
{
    const QDateTime &end = key.expires().moment;
    const TimeLeft left = timeLeft(key, now);
    const qint64 seconds = left.unit == TimeLeft::Unit::Days    ? ToldInDaysSeconds
                           : left.unit == TimeLeft::Unit::Hours ? left.count * HourSeconds
                                                                : left.count * MinuteSeconds;
    QDateTime inAnotherUnit = seconds == 0 ? end : end.addMSecs(1 - seconds * 1000);
    if (left.unit != TimeLeft::Unit::Days || left.count > ApiKey::ExpiringDays)
        return inAnotherUnit;
    return std::min(inAnotherUnit, now.toLocalTime().date().addDays(1).startOfDay().toUTC());
}

} // namespace lanyard
