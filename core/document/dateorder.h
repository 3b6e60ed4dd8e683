#pragma once

#include <QLocale>
#include <QString>

namespace lanyard {

/// Which of two numbers before a year is the day.
enum class DayOrder {
    DayFirst,
    MonthFirst,
    Uncertain ///< 3/4/1984 may be either: both are in use there, or the locale's formats contradict each other
};

/// How people write numeric dates where @p of is used. CLDR's short format alone is not reliable: for Spanish in
/// the United States it gives 17/3, although everybody else there writes 3/17, and in Canada both are in use.
[[nodiscard]] DayOrder dayOrder(const QLocale &of);

/// The fields of a date format in order, such as "dMy"; a day of the week does not count.
[[nodiscard]] QString fieldOrder(QString format);

/// The date format @p format with all four digits of the year.
[[nodiscard]] QString withFourDigitYear(QString format);

} // namespace lanyard
