#pragma once

#include <QDate>
#include <QLocale>
#include <QString>
#include <QStringList>

namespace lanyard {

/// Dates before it are unusual: nobody born then has an account.
constexpr int EarliestUsualYear = 1850;

/// Whether a text normalised by plainDateText() names an era of another calendar than the Gregorian one: "พ.ศ. 2527",
/// "昭和59年", "هـ". Its numbers are another date than they seem.
[[nodiscard]] bool namesOtherCalendar(const QString &plain);

/// The words that say that a date is Gregorian ("ค.ศ.", "میلادی"), normalised by plainDateText().
[[nodiscard]] const QStringList &gregorianMarks();

/// Whether the year of @p date, read from @p typed, is more likely one of another calendar: 2527 (Buddhist), 1362
/// (Persian), or in Nepal 2081. Never if it was written in ISO 8601, which has one calendar.
[[nodiscard]] bool isUnusualYear(QDate date, const QString &typed, const QLocale &locale = {});

/// The same for a birth date: nobody is born in a year to come.
[[nodiscard]] bool isUnusualBirthYear(QDate date, const QString &typed);

} // namespace lanyard
