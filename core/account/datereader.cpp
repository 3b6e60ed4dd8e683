#include "core/account/datereader.h"

#include "core/account/dates.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Fault = DateReading::Fault;

constexpr int MonthsInYear = 12;
constexpr qsizetype LongestText = 200;

// Greek capitals are written without accents, Turkish has two letters i: "ΜΑΡΤΙΟΥ", "NİSAN", "KASIM". Only the accents
// of European scripts go: elsewhere a mark is a letter.
QString withoutAccents(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_D);
    plain.removeIf([](QChar c) { return c.unicode() >= 0x0300 && c.unicode() <= 0x036F; });
    return plain.toCaseFolded().replace(u'ı', u'i');
}

// Small letters, ASCII digits and single spaces; nothing that cannot be seen, no dots: "Märť." and "17. 3." lose theirs
// in different places otherwise. What separates numbers becomes a space.
QString plainForm(const QString &text)
{
    static const QList<uint> separators = u".,/-‐‑‒–—−·،؍、()'’ʼ\u2027"_s.toUcs4();
    QString plain;
    // A raised or circled digit is no digit of a number.
    QString compatible;
    const QList<uint> composed = withoutAccents(text).normalized(QString::NormalizationForm_C).toUcs4();
    for (const uint point : composed) {
        const QString one = QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
        compatible +=
            QChar::category(point) == QChar::Number_Other ? one : one.normalized(QString::NormalizationForm_KC);
    }
    const QList<uint> points = compatible.toCaseFolded().toUcs4();
    for (const uint point : points) {
        const int digit = QChar::digitValue(point);
        if (digit >= 0 && QChar::category(point) == QChar::Number_DecimalDigit)
            plain += QChar(u'0' + digit);
        else if (QChar::category(point) == QChar::Other_Format)
            continue;
        else if (QChar::isSpace(point) || separators.contains(point))
            plain += u' ';
        else
            plain += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    }
    return plain.simplified();
}

bool isWordPart(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

// Whether a text of letters and digits ends at @p place: "mar" is not found in "marzo", "3月" not in "13月".
bool isEdge(QStringView text, qsizetype place)
{
    if (place <= 0 || place >= text.size())
        return true;
    const QChar before = text.at(place - 1);
    const QChar after = text.at(place);
    return !(isWordPart(before) && isWordPart(after)) && !(before.isDigit() && after.isDigit());
}

qsizetype placeOf(QStringView word, QStringView text)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (isEdge(text, at) && isEdge(text, at + word.size()))
            return at;
    }
    return -1;
}

struct MonthName
{
    QString name;
    int month;
};

// What @p locale calls its months and days, and how it orders numbers.
struct DateWords
{
    explicit DateWords(const QLocale &locale);

    QLocale locale;
    QList<MonthName> months; // the longest first, those of the locale before the English ones
    QStringList fillers;     // days of the week, and words such as "de" that stand in dates: the longest first
    QStringList formats;
    QString shortOrder; // such as "dMy"
    QString longOrder;

private:
    void addMonths(const QLocale &from);
    void addDays(const QLocale &from);
    void addLiterals(const QString &format);
};

QString orderOf(QString format)
{
    static const QRegularExpression quoted(u"'[^']*'"_s);
    format.remove(quoted);
    QString order;
    for (const QChar c : std::as_const(format)) {
        if ((c == u'd' || c == u'M' || c == u'y') && !order.contains(c))
            order += c;
    }
    return order;
}

// A weekday (ddd) stands before the day of the month without being one.
QString withoutWeekday(QString format)
{
    static const QRegularExpression weekday(u"d{3,4}"_s);
    return format.remove(weekday);
}

DateWords::DateWords(const QLocale &of) : locale(of)
{
    static const QRegularExpression shortYear(u"(?<!y)yy(?!y)"_s);
    for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat}) {
        const QString format = locale.dateFormat(type).replace(shortYear, u"yyyy"_s);
        formats << format;
        addLiterals(format);
    }
    longOrder = orderOf(withoutWeekday(formats.at(0)));
    shortOrder = orderOf(formats.at(1));
    addMonths(locale);
    addMonths(QLocale::c());
    addDays(locale);
    addDays(QLocale::c());
    // As some write a month between numbers: 17.III.1984.
    static const QStringList roman{u"i"_s,   u"ii"_s,   u"iii"_s, u"iv"_s, u"v"_s,  u"vi"_s,
                                   u"vii"_s, u"viii"_s, u"ix"_s,  u"x"_s,  u"xi"_s, u"xii"_s};
    for (int month = 1; month <= MonthsInYear; ++month)
        months.append({roman.at(month - 1), month});
    fillers << u"den"_s << u"am"_s << u"le"_s << u"el"_s << u"il"_s << u"de"_s << u"del"_s << u"roku"_s << u"года"_s;
    fillers << u"st"_s << u"nd"_s << u"rd"_s << u"th"_s << u"of"_s << u"the"_s << u"er"_s << u"o"_s << u"a"_s;
    const auto longer = [](const QString &a, const QString &b) { return a.size() > b.size(); };
    std::stable_sort(fillers.begin(), fillers.end(), longer);
    std::stable_sort(months.begin(), months.end(),
                     [&longer](const MonthName &a, const MonthName &b) { return longer(a.name, b.name); });
}

void DateWords::addMonths(const QLocale &from)
{
    for (int month = 1; month <= MonthsInYear; ++month) {
        for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &raw : {from.monthName(month, type), from.standaloneMonthName(month, type)}) {
                const QString name = plainForm(raw);
                // A month that has no name but its number is read as a number.
                if (std::any_of(name.begin(), name.end(), isWordPart))
                    months.append({name, month});
            }
        }
    }
}

void DateWords::addDays(const QLocale &from)
{
    for (int day = 1; day <= 7; ++day) {
        for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat})
            fillers << plainForm(from.dayName(day, type)) << plainForm(from.standaloneDayName(day, type));
    }
}

void DateWords::addLiterals(const QString &format)
{
    static const QRegularExpression fields(u"d{1,4}|M{1,4}|y{1,4}"_s);
    static const QRegularExpression quoted(u"'([^']*)'"_s);
    for (auto match = quoted.globalMatch(format); match.hasNext();)
        fillers << plainForm(match.next().captured(1)).split(u' ', Qt::SkipEmptyParts);
    QString unquoted = format;
    unquoted.remove(quoted).replace(fields, u" "_s);
    fillers << plainForm(unquoted).split(u' ', Qt::SkipEmptyParts);
    fillers.removeAll(QString());
}

// A person's locale does not change between two keys.
const DateWords &wordsOf(const QLocale &locale)
{
    thread_local std::optional<DateWords> words;
    if (!words || words->locale != locale)
        words.emplace(locale);
    return *words;
}

QDate dateOf(int year, int month, int day)
{
    return year >= 1000 && year <= 9999 ? QDate(year, month, day) : QDate();
}

DateReading readingOf(QDate date)
{
    return date.isValid() ? DateReading{date} : DateReading{{}, Fault::NotADate};
}

// Day and month, as they stand before the year or after it.
DateReading fromOrdered(int first, int second, int year, const DateWords &words)
{
    const QDate dayFirst = dateOf(year, second, first);
    const QDate monthFirst = dateOf(year, first, second);
    if (!dayFirst.isValid() || !monthFirst.isValid() || dayFirst == monthFirst)
        return readingOf(dayFirst.isValid() ? dayFirst : monthFirst);
    // Where numbers begin with the year, the date in words tells how people say it.
    const QString &order = words.shortOrder.startsWith(u'y') ? words.longOrder : words.shortOrder;
    if (order.startsWith(u'y'))
        return {{}, Fault::Ambiguous};
    return readingOf(order.indexOf(u'd') < order.indexOf(u'M') ? dayFirst : monthFirst);
}

DateReading fromNumbers(const QStringList &numbers, const DateWords &words)
{
    if (numbers.size() != 3)
        return {{}, Fault::NotADate};
    const std::array values{numbers.at(0).toInt(), numbers.at(1).toInt(), numbers.at(2).toInt()};
    const auto isYear = [](const QString &number) { return number.size() == 4; };
    const auto isShort = [](const QString &number) { return number.size() <= 2; };
    if (isYear(numbers.at(0)) && isShort(numbers.at(1)) && isShort(numbers.at(2)))
        return readingOf(dateOf(values[0], values[1], values[2]));
    if (isYear(numbers.at(2)) && isShort(numbers.at(0)) && isShort(numbers.at(1)))
        return fromOrdered(values[0], values[1], values[2], words);
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
    return day.size() <= 2 && year.size() == 4 ? readingOf(dateOf(year.toInt(), month, day.toInt()))
                                               : DateReading{{}, Fault::NotADate};
}

// 1984年3月17日 and 1984년 3월 17일
DateReading fromEastAsian(const QString &plain)
{
    static const QRegularExpression pattern(
        u"\\A(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日號号일]? ?\\p{L}*\\z"_s);
    const QRegularExpressionMatch match = pattern.match(plain);
    return match.hasMatch() ? readingOf(dateOf(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                                               match.capturedView(3).toInt()))
                            : DateReading{{}, Fault::NotADate};
}

// Takes the words out; what is left are numbers, or it is no date.
std::optional<QStringList> numbersIn(QString plain, const DateWords &words)
{
    for (const QString &filler : words.fillers) {
        if (const qsizetype at = placeOf(filler, plain); at >= 0)
            plain.replace(at, filler.size(), u" "_s);
    }
    const QStringList parts = plain.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto isNumber = [](const QString &part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
    };
    return std::all_of(parts.begin(), parts.end(), isNumber) ? std::optional(parts) : std::nullopt;
}

// "May" is another month in some languages: a name that two months have is not guessed.
DateReading fromMonthName(const QString &plain, const DateWords &words)
{
    DateReading reading{{}, Fault::NotADate};
    for (const auto &[name, month] : words.months) {
        const qsizetype at = placeOf(name, plain);
        if (at < 0)
            continue;
        const auto numbers = numbersIn(QString(plain).replace(at, name.size(), u" "_s), words);
        if (!numbers)
            continue;
        const DateReading other = fromMonth(month, *numbers);
        if (reading.ok() && other.ok() && other.date != reading.date)
            return {{}, Fault::Ambiguous};
        if (!reading.ok())
            reading = other;
    }
    return reading;
}

// The forms in which the locale itself writes dates: some inflect the name of the month.
DateReading fromFormats(const QString &text, const DateWords &words)
{
    for (const QString &format : words.formats) {
        const QDate date = words.locale.toDate(text, format);
        if (date.isValid() && date.year() >= 1000)
            return {date};
    }
    return {{}, Fault::NotADate};
}

DateReading fromDigits(const QString &plain)
{
    static const QRegularExpression pattern(u"\\A(\\d{4})(\\d{2})(\\d{2})\\z"_s);
    const QRegularExpressionMatch match = pattern.match(plain);
    return match.hasMatch() ? readingOf(dateOf(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                                               match.capturedView(3).toInt()))
                            : DateReading{{}, Fault::NotADate};
}

DateReading fromIso(const QString &text)
{
    const auto date = parseCalendarDate(text);
    return date ? readingOf(dateOf(date->year(), date->month(), date->day())) : DateReading{{}, Fault::NotADate};
}

} // namespace

DateReading readDate(const QString &typed, const QLocale &locale)
{
    const QString text = typed.trimmed();
    if (text.size() > LongestText)
        return {{}, Fault::NotADate};
    const DateWords &words = wordsOf(locale);
    const QString plain = plainForm(text);
    for (const DateReading &reading : {fromIso(text), fromDigits(plain), fromEastAsian(plain)}) {
        if (reading.ok())
            return reading;
    }
    // A day of the week may have the name of a month ("mar" in French): the month is looked for first.
    const DateReading named = fromMonthName(plain, words);
    if (named.ok())
        return named;
    if (const auto numbers = numbersIn(plain, words); numbers && numbers->size() > 2)
        return fromNumbers(*numbers, words);
    const DateReading formatted = fromFormats(text, words);
    if (formatted.ok() || named.fault != Fault::NotADate)
        return formatted.ok() ? formatted : named;
    const auto numbers = numbersIn(plain, words);
    return numbers && !numbers->isEmpty() ? DateReading{{}, Fault::Incomplete} : named;
}

} // namespace lanyard
