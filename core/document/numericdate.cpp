#include "core/document/numericdate.h"

#include "core/document/dateorder.h"
#include "core/document/datewords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Fault = DateReading::Fault;

QDate dateOf(int year, int month, int day)
{
    return year >= EarliestYear && year <= 9999 ? QDate(year, month, day) : QDate();
}

// Where the month comes first there are slashes between: with dots it was written, or learnt, where the day does.
bool isOrderedElsewhere(const QString &text, DayOrder order)
{
    static const QRegularExpression dotted(u"\\d\\.\\s?\\d"_s, QRegularExpression::UseUnicodePropertiesOption);
    return order == DayOrder::MonthFirst && text.contains(dotted);
}

// Day and month, in their order before the year.
DateReading fromOrdered(int first, int second, int year, const QString &text, const DateWords &words)
{
    const DateReading dayFirst = readingOf(year, second, first);
    const DateReading monthFirst = readingOf(year, first, second);
    const DayOrder order = dayOrder(words.locale);
    const bool isEither = dayFirst.ok() && monthFirst.ok() && dayFirst.date != monthFirst.date;
    if (isEither && (order == DayOrder::Uncertain || isOrderedElsewhere(text, order)))
        return DateReading::ambiguous(monthFirst.date, dayFirst.date);
    if (!dayFirst.ok() && !monthFirst.ok())
        return order == DayOrder::MonthFirst || dayFirst.fault == Fault::NotADate ? monthFirst : dayFirst;
    if (order == DayOrder::Uncertain)
        return dayFirst.ok() ? dayFirst : monthFirst;
    // Turned round it would be a date; but a slip of the finger looks the same.
    const DateReading &reading = order == DayOrder::DayFirst ? dayFirst : monthFirst;
    return reading.ok() ? reading : DateReading{{}, Fault::OtherOrder};
}

} // namespace

DateReading readingOf(int year, int month, int day)
{
    constexpr int mostDays = 31;
    if (const QDate date = dateOf(year, month, day); date.isValid())
        return {date};
    const QDate first = dateOf(year, month, 1);
    if (first.isValid() && day > first.daysInMonth() && day <= mostDays)
        return {{}, Fault::NoSuchDay, first, day};
    constexpr int leapYear = 2000;
    const bool isEarly = year < EarliestYear && QDate(leapYear, month, day).isValid();
    return {{}, isEarly ? Fault::EarlyYear : Fault::NotADate};
}

DateReading fromNumbers(const QStringList &numbers, const QString &text, const DateWords &words)
{
    if (numbers.size() != 3)
        return {{}, Fault::NotADate};
    const std::array values{numbers.at(0).toInt(), numbers.at(1).toInt(), numbers.at(2).toInt()};
    const auto isYear = [](const QString &number) { return number.size() == 4; };
    const auto isShort = [](const QString &number) { return number.size() <= 2; };
    if (isYear(numbers.at(0)) && isShort(numbers.at(1)) && isShort(numbers.at(2)))
        return readingOf(values[0], values[1], values[2]);
    if (isYear(numbers.at(2)) && isShort(numbers.at(0)) && isShort(numbers.at(1)))
        return fromOrdered(values[0], values[1], values[2], text, words);
    constexpr int leapYear = 2000;
    const bool fitsAYear =
        std::all_of(numbers.begin(), numbers.end(), isShort) &&
        (QDate(leapYear, values[0], values[1]).isValid() || QDate(leapYear, values[1], values[0]).isValid() ||
         QDate(leapYear, values[1], values[2]).isValid());
    return {{}, fitsAYear ? Fault::NoFullYear : Fault::NotADate};
}

DateReading fromMonth(int month, const QStringList &numbers)
{
    if (numbers.size() < 2)
        return {{}, Fault::Incomplete};
    if (numbers.size() > 2)
        return {{}, Fault::NotADate};
    const bool yearFirst = numbers.at(0).size() > 2;
    const QString &year = numbers.at(yearFirst ? 0 : 1);
    const QString &day = numbers.at(yearFirst ? 1 : 0);
    if (year.size() <= 2)
        return {{}, Fault::NoFullYear};
    return day.size() <= 2 && year.size() == 4 ? readingOf(year.toInt(), month, day.toInt())
                                               : DateReading{{}, Fault::NotADate};
}

} // namespace lanyard
