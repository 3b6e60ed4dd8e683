#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace lanyard {

/// The moment of a timestamp of the service: `yyyy-MM-ddTHH:mm:ss`, 0 to 9 fraction digits, then `Z`, an offset or
/// nothing (read as UTC). For display only: the string itself is what is sent back. nullopt for other texts and for the
/// year 1, the service's "not set".
[[nodiscard]] std::optional<QDateTime> parseTimestamp(const QString &text);

/// The offset from UTC of a zone as such timestamps have it, in seconds; 0 for Z and for none.
[[nodiscard]] int offsetSeconds(QStringView zone);

/// Whether two such timestamps are the same moment, to the seventh digit of the second: the ticks of .NET.
[[nodiscard]] bool isSameMoment(const QString &a, const QString &b);

/// The calendar date as written in the text, in no time zone. nullopt for other texts and for 0001-01-01.
[[nodiscard]] std::optional<QDate> parseCalendarDate(const QString &text);

/// Whether @p text is a calendar date that says more than its day: a time other than midnight, or an offset other than
/// zero. A program that reads it as a moment may show the day before or after.
[[nodiscard]] bool isDateWithTime(const QString &text);

/// Whether @p text is written like a date of the service, alone or at midnight in whatever zone.
[[nodiscard]] bool isAtMidnight(const QString &text);

/// A calendar date in the service's format. @p before is the text it replaces: its form (a date alone, fraction digits,
/// an offset) is kept; a new one is midnight with Z.
[[nodiscard]] QString writeCalendarDate(QDate date, const QString &before);

/// In the user's locale, with a four-digit year; in ISO 8601 if the locale's format could be read as another date.
[[nodiscard]] QString displayDate(QDate date);
/// @p text of a locale without marks of direction, as formats in Arabic and Hebrew have, and joiners at the end of a
/// word, as the halves of the day in Syriac: they would be shown as such marks of the service are.
[[nodiscard]] QString withoutMarks(QString text);
/// The date and time that @p moment says, in whatever zone, in the user's locale, with a four-digit year.
[[nodiscard]] QString displayDateTime(const QDateTime &moment);
/// The same in local time.
[[nodiscard]] QString displayTimestamp(const QDateTime &moment);

} // namespace lanyard
