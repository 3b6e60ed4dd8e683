#pragma once

#include <QLocale>
#include <QString>
#include <QTime>

#include <optional>

namespace lanyard {

/// A time of day as typed.
struct ZonedTime
{
    QTime time;
    QString fraction;     ///< of the second, with its decimal point
    QString zone;         ///< as +02:00 or Z; empty: none was typed
    bool hasHalf = false; ///< am or pm was typed
};

/// Takes the time off the end of @p text, which may be all of it: 7:30, 07:30:00.5, 7.30 pm, 07:30+02:00, 07:30 UTC,
/// and what leads to it, as in "26.8.2024 um 7:30 Uhr" or "kl. 7.30".
/// nullopt if there is none, and @p text is unchanged.
[[nodiscard]] std::optional<ZonedTime> takeTime(QString &text, const QLocale &locale);

/// A time of day in the user's locale, as takeTime() reads it: to the minute, or to the second if @p fraction (with its
/// decimal point) or the second is not zero.
[[nodiscard]] QString displayTime(QTime time, const QString &fraction);

/// "06:30, 26/08/2024" with the time at the end, and any time as withUsualClock() writes it.
[[nodiscard]] QString withTimeLast(const QString &typed, const QLocale &locale);

/// Whether it adds nothing to a date: spreadsheets write 17.3.1984 as "17.3.1984 00:00:00".
[[nodiscard]] bool isMidnight(const ZonedTime &time);

/// The zone at the end of a timestamp in the service's notation; empty if it has none or is not one.
[[nodiscard]] QString zoneOf(const QString &timestamp);

/// Whether any clock is that far from UTC. RFC 3339 sets no limit, but .NET accepts nothing beyond 14 hours.
[[nodiscard]] bool isPlausibleZone(QStringView zone);

/// Digits of any script, and what halfWidth() changes.
[[nodiscard]] QString withAsciiDigits(const QString &text);

} // namespace lanyard
