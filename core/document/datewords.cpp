#include "core/document/datewords.h"

#include "core/document/calendars.h"
#include "core/document/dateorder.h"
#include "core/document/datetext.h"
#include "core/document/formatlocale.h"
#include "core/document/monthnames.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype LettersOfAMonth = 3;

// In Thai, the word that makes an ordinal of a number is written to the name of the day: "วันเสาร์ที่ 17".
QStringList inDates(QStringList days, const QLocale &locale)
{
    if (locale.language() == QLocale::Thai) {
        for (const QString &day : QStringList(days))
            days << day + u"ที่"_s;
    }
    return days;
}

} // namespace

// A user's locale does not change between two key presses.
const DateWords &DateWords::of(const QLocale &locale)
{
    thread_local std::optional<DateWords> words;
    const QLocale dates = localeOfDates(locale);
    if (!words || words->locale != dates || words->language != locale.language())
        words.emplace(dates, locale.language());
    return *words;
}

DateWords::DateWords(const QLocale &of, QLocale::Language spoken) : locale(of), language(spoken)
{
    for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat}) {
        const QString format = withFourDigitYear(locale.dateFormat(type));
        formats << format;
        addLiterals(format);
    }
    addMonths();
    literals = fillers;
    addDays(locale);
    addDays(QLocale::c());
    for (const MonthName &month : std::as_const(months)) {
        if (!isDay(month.name))
            onlyMonths << month.name;
    }
    fillers << gregorianMarks();
    fillers << u"of"_s << u"the"_s; // English is written everywhere
    addUsualWords();
    addUsualDays();
    std::stable_sort(fillers.begin(), fillers.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

void DateWords::addMonths()
{
    ownMonths = monthNamesOf(locale);
    months = ownMonths + monthNamesOf(QLocale::c());
    const auto isOwn = [this](const MonthName &other) {
        return std::any_of(ownMonths.begin(), ownMonths.end(),
                           [&other](const MonthName &own) { return own.name == other.name; });
    };
    // In this locale the name may belong to another month: that meaning takes precedence.
    for (const QLocale::Language either : {locale.language(), language}) {
        for (const MonthName &name : monthNamesOfLanguage(either)) {
            if (!isOwn(name) && !months.contains(name))
                months.append(name);
        }
    }
    // Roman numerals for the month between numbers: 17.III.1984.
    static const QStringList roman{u"i"_s,   u"ii"_s,   u"iii"_s, u"iv"_s, u"v"_s,  u"vi"_s,
                                   u"vii"_s, u"viii"_s, u"ix"_s,  u"x"_s,  u"xi"_s, u"xii"_s};
    for (int month = 1; month <= roman.size(); ++month)
        months.append({roman.at(month - 1), month});
    std::stable_sort(months.begin(), months.end(),
                     [](const MonthName &a, const MonthName &b) { return a.name.size() > b.name.size(); });
}

void DateWords::addDays(const QLocale &from)
{
    for (int day = 1; day <= 7; ++day) {
        for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &raw : inDates({from.dayName(day, type), from.standaloneDayName(day, type)}, from)) {
                const QString name = plainDateText(raw);
                fillers << name;
                // "Th 2" in Vietnamese: a number may be a part of the date.
                const auto isDigit = [](QChar c) { return c.isDigit(); };
                const DayName named{name, day};
                if (!name.isEmpty() && std::none_of(name.begin(), name.end(), isDigit) && !days.contains(named))
                    days.append(named);
            }
        }
    }
}

void DateWords::addLiterals(const QString &format)
{
    static const QRegularExpression fields(u"d{1,4}|M{1,4}|y{1,4}"_s);
    static const QRegularExpression quoted(u"'([^']*)'"_s);
    for (auto match = quoted.globalMatch(format); match.hasNext();)
        fillers << plainDateText(match.next().captured(1)).split(u' ', Qt::SkipEmptyParts);
    QString unquoted = format;
    unquoted.remove(quoted).replace(fields, u" "_s);
    fillers << plainDateText(unquoted).split(u' ', Qt::SkipEmptyParts);
    fillers.removeAll(QString());
}

bool DateWords::isDay(const QString &name) const
{
    return std::any_of(days.begin(), days.end(), [&name](const DayName &day) { return day.name == name; });
}

QList<int> DateWords::monthsBeginningWith(QStringView word) const
{
    if (std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); }) < LettersOfAMonth)
        return {};
    const auto beginning = [word](const QList<MonthName> &names) {
        QList<int> found;
        for (const auto &[name, month] : names) {
            if (name.startsWith(word) && !found.contains(month))
                found << month;
        }
        return found;
    };
    const QList<int> own = beginning(ownMonths);
    return own.isEmpty() ? beginning(months) : own;
}

// "日" is "day" behind a number in Japanese, and Sunday elsewhere: also behind the date "2024/6/15 (日)".
QString DateWords::withoutDateMarks(QString plain) const
{
    static const QRegularExpression marked(u"(?<=\\d)( ?)([\\p{L}\\p{M}]+)"_s);
    QList<QRegularExpressionMatch> marks; // last first
    for (auto match = marked.globalMatch(plain); match.hasNext();) {
        const QRegularExpressionMatch mark = match.next();
        const auto isSame = [&mark](const auto &other) { return other.captured(2) == mark.captured(2); };
        if (literals.contains(mark.captured(2)) && std::none_of(marks.begin(), marks.end(), isSame))
            marks.prepend(mark);
    }
    const auto isOfTheDay = [this](const QRegularExpressionMatch &mark) {
        const auto isIn = [name = mark.captured(2)](const QString &format) {
            return format.contains(u'd' + name) || format.contains(u"d'"_s + name);
        };
        return mark.capturedLength(1) == 0 && std::any_of(formats.begin(), formats.end(), isIn);
    };
    // Alone, it is written to the day ("2024.6.15일"), or names one of the week.
    if (marks.size() == 1 && !isOfTheDay(marks.front()))
        marks.clear();
    for (const QRegularExpressionMatch &mark : std::as_const(marks))
        plain.replace(mark.capturedStart(), mark.capturedLength(), u" "_s);
    return plain;
}

// A word that may be the month as well ("mar" in French) is a day of the week if the month is there without it.
bool DateWords::contradicts(const QString &text, QDate date) const
{
    if (!hasWords(text))
        return false;
    QString plain = text; // "ค.ศ." ends like a Thai Friday
    for (const QString &mark : gregorianMarks()) {
        if (const qsizetype at = findWord(mark, plain); at >= 0)
            plain.replace(at, mark.size(), u" "_s);
    }
    static const QRegularExpression word(u"[\\p{L}\\p{M}]+"_s);
    static const QRegularExpression noDigits(u"\\D+"_s);
    QStringList found;
    for (auto match = word.globalMatch(plain); match.hasNext();)
        found << match.next().captured();
    const auto isMonth = [this](const QString &name) {
        return !monthsBeginningWith(name).isEmpty() ||
               std::any_of(months.begin(), months.end(),
                           [&name](const MonthName &month) { return month.name == name; });
    };
    const qsizetype numbers = plain.split(noDigits, Qt::SkipEmptyParts).size();
    bool isMonthThere = numbers > 2 || std::count_if(found.begin(), found.end(), isMonth) > 1;
    // The month first: Dzongkha's "month" is the short name of Monday.
    for (const QString &month : onlyMonths) {
        if (const qsizetype at = findWord(month, plain); at >= 0) {
            plain.replace(at, month.size(), u" "_s);
            isMonthThere = true;
            break;
        }
    }
    plain = withoutDateMarks(plain);
    bool isNamed = false;
    bool isRight = false;
    for (const auto &[name, day] : days) {
        if (findWord(name, plain) < 0 || (isMonth(name) && !isMonthThere))
            continue;
        isNamed = true;
        isRight |= day == date.dayOfWeek();
    }
    return isNamed && !isRight;
}

} // namespace lanyard
