#pragma once

#include <QLocale>
#include <QString>

namespace lanyard {

/// Which of two numbers in front of a year is the day.
enum class DayOrder {
    DayFirst,
    MonthFirst,
    Uncertain ///< 3/4/1984 may be either: both are usual there, or the locale's formats contradict each other
};

/// How people write dates in numbers where @p locale is used. CLDR's short format alone does not tell: for Spanish in
/// the United States it says 17/3, where everybody else writes 3/17, and in Canada both are written.
[[nodiscard]] DayOrder dayOrder(const QLocale &locale);

/// The fields of a date format in their order, such as "dMy"; a day of the week is none.
[[nodiscard]] QString fieldOrder(QString format);

} // namespace lanyard
