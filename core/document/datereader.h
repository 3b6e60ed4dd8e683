#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

namespace lanyard {

/// What a text says when it is read as a date: the date, or why it is none.
struct DateReading
{
    enum class Fault {
        None,
        NotADate,   ///< "zz", 31/31/2000
        NoFullYear, ///< 17/3/84: a year of two digits is not guessed
        Incomplete, ///< "17 March": day, month or year is missing
        Ambiguous   ///< 3/4/1984 where nothing says which is the month, or "17 jui 1984", June or July
    };

    QDate date = {}; ///< valid only without a fault
    Fault fault = Fault::None;

    [[nodiscard]] bool ok() const { return fault == Fault::None; }
};

/// Reads a date as somebody may write it: numbers in the order of @p locale with any usual separator and any digits of
/// Unicode, `1984年3月17日`, with the name of the month in @p locale's language or in English or a beginning of it that
/// no other month has (three letters or more; case and accents do not matter), ISO 8601 (also with a time, which is
/// left out), or eight digits yyyymmdd. Text marks that cannot be seen are ignored. A number of four digits at the
/// beginning is the year, then month and day follow. Where day and month fit in one order only, that one is taken;
/// where both fit, it is the order that people use where @p locale is spoken (see dayOrder()), if there is one.
[[nodiscard]] DateReading readDate(const QString &typed, const QLocale &locale = {});

} // namespace lanyard
