#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace lanyard {

inline constexpr qint64 DaySeconds = 24 * 3600;

// Moments in UTC, made of what Qt 6.4 has and later releases still want used: those deprecate Qt::UTC as an argument.
// Until Qt 6.5, a moment made with QTimeZone::utc() has a time zone that happens to be UTC; toUTC() makes it one in
// UTC.
inline QDateTime utcMoment(QDate date, QTime time)
{
    return QDateTime(date, time, QTimeZone::utc()).toUTC();
}

inline QDateTime utcMoment(qint64 millisecondsSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(millisecondsSinceEpoch, QTimeZone::utc()).toUTC();
}

} // namespace lanyard
