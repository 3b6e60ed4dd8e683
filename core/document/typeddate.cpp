#include "core/document/typeddate.h"

#include "core/base/typedtext.h"
#include "core/document/calendars.h"
#include "core/document/clocktext.h"
#include "core/document/dateorder.h"
#include "core/document/dates.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Fault = DateReading::Fault;

// Ahead of this year: too few for a year of another calendar.
constexpr int FewYears = 5;

// The translation context of the sentences below.
class DateProblem
{
    Q_DECLARE_TR_FUNCTIONS(DateProblem)
};

// In the order of the locale, in digits as the year stands.
QString dayAndMonth(int day, int month, const QLocale &language)
{
    const QString order = fieldOrder(QLocale().dateFormat(QLocale::LongFormat));
    const QString name = language.monthName(month);
    const QString number = QString::number(day);
    return order.indexOf(u'M') < order.indexOf(u'd') ? name + u' ' + number : number + u' ' + name;
}

// A sentence that nobody has translated names months in English too, whatever the dates of the system are.
QLocale languageOf(const QString &sentence, QLatin1String source)
{
    return sentence.startsWith(source) ? QLocale(QLocale::English) : QLocale();
}

QString noSuchDay(const DateReading &reading)
{
    const QString sentence =
        DateProblem::tr("%1 has no %2. Correct the day, the month or the year.", "2023; 29 February");
    const QLocale language = languageOf(sentence, "%1 has no %2. "_L1);
    return sentence.arg(QString::number(reading.month.year()),
                        dayAndMonth(reading.day, reading.month.month(), language));
}

// Written in digits, whatever the locale's format: that is what was ambiguous.
QString ambiguous(const DateReading &reading, const DateExample &example)
{
    if (!reading.either.isValid())
        return DateProblem::tr("This date can be read in two ways. Write it like %1, or with the month’s full name.")
            .arg(example.date.toString(Qt::ISODate) + example.time);
    const QString sentence =
        DateProblem::tr("This may be %1 or %2 in %3. Write it like %4, or with the month’s full name.",
                        "4 March; 3 April; 1984; 1984-03-04");
    const QLocale language = languageOf(sentence, "This may be "_L1);
    return sentence.arg(dayAndMonth(reading.either.day(), reading.either.month(), language),
                        dayAndMonth(reading.other.day(), reading.other.month(), language),
                        QString::number(reading.either.year()), reading.either.toString(Qt::ISODate) + example.time);
}

} // namespace

DateReading readDateAlone(const QString &text, const QLocale &locale)
{
    const QString typed = halfWidth(text);
    QString day = withTimeLast(withAsciiDigits(typed.trimmed()), locale);
    const auto time = takeTime(day, locale);
    const bool hasOnlyDate = isAtMidnight(typed) || (time && isMidnight(*time));
    if (time && !hasOnlyDate && readDate(day, locale).ok())
        return {{}, Fault::HasATime};
    const DateReading reading = readDate(typed, locale);
    return reading.ok() && typed.contains(u':') && !hasOnlyDate ? DateReading{{}, Fault::NotADate} : reading;
}

DateReading withUsualYear(const DateReading &reading, const QString &typed, const QLocale &locale)
{
    return reading.ok() && isUnusualYear(reading.date, typed, locale) ? DateReading{reading.date, Fault::UnusualYear}
                                                                      : reading;
}

DateReading readBirthDate(const QString &typed)
{
    const QString text = unwrapped(typed);
    const DateReading reading = readDateAlone(text);
    return reading.ok() && isUnusualBirthYear(reading.date, text) ? DateReading{reading.date, Fault::UnusualYear}
                                                                  : reading;
}

QString DateExample::text() const
{
    return (form == Form::Local ? displayDate(date) : date.toString(Qt::ISODate)) + time;
}

QString dateProblem(const DateReading &reading, const DateExample &example)
{
    switch (reading.fault) {
    case Fault::NoSuchDay:
        return noSuchDay(reading);
    case Fault::EarlyYear:
        return DateProblem::tr("The year is too early. The earliest that can be written here is %1.")
            .arg(QString::number(EarliestYear));
    case Fault::NoFullYear:
        return DateProblem::tr("Write the year with four digits, as in %1.").arg(example.text());
    case Fault::Incomplete:
        return DateProblem::tr("Day, month or year is missing. Write the date like %1.").arg(example.text());
    case Fault::Ambiguous:
        return ambiguous(reading, example);
    case Fault::OtherOrder:
        return DateProblem::tr("Day and month do not fit in the order used here. Write the date like %1, or with the "
                               "month’s name.")
            .arg(displayDate(example.date) + example.time);
    case Fault::OtherCalendar:
        return DateProblem::tr("This is a date of another calendar. Write the Gregorian one, like %1.")
            .arg(example.text());
    case Fault::HasATime:
        return DateProblem::tr("Only a date is kept here, without a time. Write it like %1.").arg(example.text());
    case Fault::OtherWeekday:
        return DateProblem::tr("The day of the week is not this date’s. Correct one of the two, or write only the "
                               "date.");
    case Fault::UnusualYear:
        if (const int ahead = reading.date.year() - QDate::currentDate().year(); ahead > 0 && ahead < FewYears)
            return DateProblem::tr("%1 is in the future. Correct the year, or write the date like %2 if you mean it.")
                .arg(displayDate(reading.date), reading.date.toString(Qt::ISODate) + example.time);
        return DateProblem::tr("The year %1 is unusual, and calendars differ. Write the Gregorian year. If you mean "
                               "this one, write the date like %2.")
            .arg(QString::number(reading.date.year()), reading.date.toString(Qt::ISODate) + example.time);
    default:
        return example.time.isEmpty()
                   ? DateProblem::tr("This is not a date. Write it like %1.").arg(example.text())
                   : DateProblem::tr("This is not a date and time. Write it like %1.").arg(example.text());
    }
}

} // namespace lanyard
