#include "core/document/datereader.h"

#include "core/document/calendars.h"
#include "core/document/datebeforetime.h"
#include "core/document/dates.h"
#include "core/document/datetext.h"
#include "core/document/datewords.h"
#include "core/document/numericdate.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Fault = DateReading::Fault;

constexpr qsizetype LongestText = 200;

// 1984年3月17日 and 1984년 3월 17일
DateReading fromEastAsian(const QString &plain, const DateWords &words)
{
    static const QRegularExpression pattern(u"\\A(?:西元|公元|西暦)? ?(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) "
                                            "?[日號号일]? ?(\\p{L}*)\\z"_s);
    const QRegularExpressionMatch match = pattern.match(plain);
    if (!match.hasMatch())
        return {{}, Fault::NotADate};
    const DateReading reading =
        readingOf(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
    return reading.ok() && words.contradicts(match.captured(4), reading.date) ? DateReading{{}, Fault::OtherWeekday}
                                                                              : reading;
}

// Removes the words; what remains must be numbers, or it is not a date.
std::optional<QStringList> numbersIn(QString plain, const DateWords &words)
{
    const QStringList fillers = hasWords(plain) ? words.fillers : QStringList();
    for (const QString &filler : fillers) {
        if (const qsizetype at = findWord(filler, plain); at >= 0)
            plain.replace(at, filler.size(), u" "_s);
    }
    const QStringList parts = plain.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto isNumber = [](const QString &part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
    };
    return std::all_of(parts.begin(), parts.end(), isNumber) ? std::optional(parts) : std::nullopt;
}

// "Mar" is March in English, and the beginning of November in Finnish.
bool isAnotherBeginning(QStringView name, int month, const DateWords &words)
{
    const auto isName = [&name](const MonthName &own) { return own.name == name; };
    if (std::any_of(words.ownMonths.begin(), words.ownMonths.end(), isName))
        return false;
    const QList<int> months = words.monthsBeginningWith(name);
    return std::any_of(months.begin(), months.end(), [month](int other) { return other != month; });
}

// "May" is a different month in some languages: a name shared by two months is not guessed.
DateReading fromMonthName(const QString &plain, const DateWords &words)
{
    DateReading reading{{}, Fault::NotADate};
    for (const auto &[name, month] : words.months) {
        const qsizetype at = findWord(name, plain);
        if (at < 0)
            continue;
        const auto numbers = numbersIn(QString(plain).replace(at, name.size(), u" "_s), words);
        if (!numbers)
            continue;
        const DateReading other = fromMonth(month, *numbers);
        if (other.ok() && ((reading.ok() && other.date != reading.date) || isAnotherBeginning(name, month, words)))
            return {{}, Fault::Ambiguous};
        if (other.ok() || reading.fault == Fault::NotADate)
            reading = other;
    }
    return reading;
}

// "Sept", "fév", "marc": enough of a name to identify the month.
DateReading fromBeginning(const QString &plain, const DateWords &words)
{
    static const QRegularExpression word(u"[\\p{L}\\p{M}]+"_s);
    for (auto match = word.globalMatch(plain); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QList<int> months = words.monthsBeginningWith(found.capturedView());
        if (months.isEmpty())
            continue;
        const auto numbers =
            numbersIn(QString(plain).replace(found.capturedStart(), found.capturedLength(), u" "_s), words);
        if (!numbers)
            continue;
        const DateReading reading = fromMonth(months.first(), *numbers);
        return months.size() > 1 && reading.fault != Fault::NotADate ? DateReading{{}, Fault::Ambiguous} : reading;
    }
    return {{}, Fault::NotADate};
}

// The locale's own date formats: some inflect the month's name.
DateReading fromFormats(const QString &text, const DateWords &words)
{
    for (const QString &format : words.formats) {
        const QDate date = words.locale.toDate(text, format);
        if (date.isValid() && date.year() >= EarliestYear)
            return {date};
    }
    return {{}, Fault::NotADate};
}

DateReading fromDigits(const QString &plain)
{
    static const QRegularExpression pattern(u"\\A(\\d{4})(\\d{2})(\\d{2})\\z"_s);
    const QRegularExpressionMatch match = pattern.match(plain);
    return match.hasMatch()
               ? readingOf(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt())
               : DateReading{{}, Fault::NotADate};
}

DateReading fromIso(const QString &text)
{
    const auto date = parseCalendarDate(text);
    return date ? readingOf(date->year(), date->month(), date->day()) : DateReading{{}, Fault::NotADate};
}

// In words, in numbers, or in a format of the locale.
DateReading fromWords(const QString &text, const QString &plain, const DateWords &words)
{
    // A day of the week may share its name with a month ("mar" in French): the month is looked for first.
    DateReading named = hasWords(plain) ? fromMonthName(plain, words) : DateReading{{}, Fault::NotADate};
    if (named.fault == Fault::NotADate)
        named = fromBeginning(plain, words);
    if (named.ok())
        return named;
    if (const auto numbers = numbersIn(plain, words); numbers && numbers->size() > 2)
        return fromNumbers(*numbers, text, words);
    const DateReading formatted = fromFormats(text, words);
    if (formatted.ok() || named.fault != Fault::NotADate)
        return formatted.ok() ? formatted : named;
    // 1984, 17.3.; but 1724655600 is not part of a date
    const auto numbers = numbersIn(plain, words);
    const auto isPart = [](const QString &number) { return number.size() <= 4; };
    const bool isIncomplete = numbers && !numbers->isEmpty() && std::all_of(numbers->begin(), numbers->end(), isPart);
    return isIncomplete ? DateReading{{}, Fault::Incomplete} : named;
}

// 2nd: English is written everywhere, and "nd" alone is a Sunday in Polish.
QString withoutEnglishOrdinals(QString plain)
{
    static const QRegularExpression ordinal(u"(?<=\\d)(?:st|nd|rd|th)(?![\\p{L}\\p{M}])"_s);
    return plain.replace(ordinal, u" "_s);
}

DateReading readDay(const QString &text, const QLocale &locale)
{
    const DateWords &words = DateWords::of(locale);
    const QString plain = withoutEnglishOrdinals(plainDateText(text));
    if (namesOtherCalendar(plain))
        return {{}, Fault::OtherCalendar};
    for (const DateReading &reading : {fromIso(text), fromDigits(plain), fromEastAsian(plain, words)}) {
        if (reading.fault != Fault::NotADate)
            return reading;
    }
    const DateReading reading = fromWords(text, plain, words);
    return reading.ok() && words.contradicts(plain, reading.date) ? DateReading{{}, Fault::OtherWeekday} : reading;
}

} // namespace

DateReading readDate(const QString &typed, const QLocale &locale)
{
    const QString text = typed.trimmed();
    if (text.size() > LongestText)
        return {{}, Fault::NotADate};
    const DateReading reading = readDay(text, locale);
    if (reading.fault != Fault::NotADate || !text.contains(u':'))
        return reading;
    QString day = withTimeLast(withAsciiDigits(text), locale);
    const auto time = takeTime(day, locale);
    if (!time || day.isEmpty())
        return reading;
    const DateReading alone = readDateBefore(*time, day, locale);
    return alone.ok() && !isMidnight(*time) ? DateReading{{}, Fault::HasATime} : alone;
}

} // namespace lanyard
