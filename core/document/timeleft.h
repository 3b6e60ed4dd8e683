#pragma once

#include <QtGlobal>

class QDateTime;

namespace lanyard {

class ApiKey;

/// How long a key is still valid, in the unit that it is told in: days from two days on, then hours, then minutes.
/// Never more than there is: who counts the days from today comes to the day on which it ends.
struct TimeLeft
{
    enum class Unit { Days, Hours, Minutes };

    Unit unit = Unit::Days;
    /// Days by the user's calendar, and only of a key that counts as expiring or has expired; of another one
    /// ApiKey::daysLeft(), which nobody is told. Hours and minutes are rounded down.
    qint64 count = -1;

    friend bool operator==(const TimeLeft &, const TimeLeft &) = default;
};

/// Of @p key; -1 days if it has no known end.
[[nodiscard]] TimeLeft timeLeft(const ApiKey &key, const QDateTime &now);
/// When it is told in another unit next, or in fewer of them: at the latest when @p key, whose end is known,
/// expires.
[[nodiscard]] QDateTime nextTimeLeft(const ApiKey &key, const QDateTime &now);

} // namespace lanyard
