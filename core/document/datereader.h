#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

namespace lanyard {

/// No date before it is read: its year has four digits in every form.
constexpr int EarliestYear = 1000;

/// The result of reading a text as a date: the date, or why it is not one.
struct DateReading
{
    enum class Fault {
        None,
        NotADate,      ///< "zz", 31/31/2000
        NoSuchDay,     ///< 29/2/2023, 31/4/2024: the month has fewer days
        EarlyYear,     ///< 0990-03-17, see EarliestYear
        NoFullYear,    ///< 17/3/84: a two-digit year is not guessed
        Incomplete,    ///< "17 March": the day, month or year is missing
        Ambiguous,     ///< 3/4/1984 where nothing tells which is the month, 3.4.1984 where it comes first, before a
                       ///< slash, or "17 jui 1984", June or July
        OtherOrder,    ///< 3/17/1984 where the day comes first
        OtherCalendar, ///< "17 มีนาคม พ.ศ. 2527": an era that is not the Gregorian calendar's
        HasATime,      ///< "17.3.1984 12:30"; midnight is left out
        OtherWeekday,  ///< "Monday, 17 March 1984", which was a Saturday
        UnusualYear    ///< see withUsualYear(); readDate() takes any year from EarliestYear on
    };

    QDate date = {}; ///< valid only if there is no fault, or its year is it
    Fault fault = Fault::None;
    QDate month = {};  ///< of NoSuchDay: the first of it
    int day = 0;       ///< of NoSuchDay
    QDate either = {}; ///< of Ambiguous, where two dates may be meant: this one
    QDate other = {};  ///< or this one

    [[nodiscard]] bool ok() const { return fault == Fault::None; }
    [[nodiscard]] static DateReading ambiguous(QDate either, QDate other)
    {
        return {{}, Fault::Ambiguous, {}, 0, either, other};
    }
};

/// Reads a date as people write it: numbers in the order of @p locale with any usual separator and any Unicode digits,
/// `1984年3月17日`, with the month's name in @p locale's language or in English or an unambiguous beginning of it
/// (three letters or more; case and accents do not matter), ISO 8601 (also with a time, which is ignored), or eight
/// digits yyyymmdd. Invisible formatting characters are ignored. A four-digit number at the beginning is the year,
/// followed by month and day. Other numbers are read in the order in use where @p locale is spoken (see dayOrder()) and
/// in no other; where both are in use, day and month must fit in only one, and so with dots where the month comes
/// first. A day of the week must be the date's.
[[nodiscard]] DateReading readDate(const QString &typed, const QLocale &locale = {});

} // namespace lanyard
