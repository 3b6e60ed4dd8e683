#include "core/document/datewords.h"

#include "core/document/calendars.h"
#include "core/document/dateorder.h"
#include "core/document/datetext.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int MonthsInYear = 12;
constexpr qsizetype LettersOfAMonth = 3;

using MonthName = DateWords::MonthName;

struct UsualMonthName
{
    QLocale::Language language;
    QStringView name;
    int month;
};

// Names in use that CLDR does not have in any locale of the language. Beginnings need not be listed ("Sept", "fév",
// "sett").
constexpr std::array usualMonthNames{
    UsualMonthName{QLocale::German, u"mrz", 3},          UsualMonthName{QLocale::German, u"maerz", 3},
    UsualMonthName{QLocale::German, u"jaenner", 1},      UsualMonthName{QLocale::German, u"jänner", 1},
    UsualMonthName{QLocale::German, u"feber", 2},        UsualMonthName{QLocale::German, u"juno", 6},
    UsualMonthName{QLocale::German, u"julei", 7},        UsualMonthName{QLocale::Spanish, u"setiembre", 9},
    UsualMonthName{QLocale::Spanish, u"set", 9},         UsualMonthName{QLocale::Latvian, u"janvāra", 1},
    UsualMonthName{QLocale::Latvian, u"februāra", 2},    UsualMonthName{QLocale::Latvian, u"marta", 3},
    UsualMonthName{QLocale::Latvian, u"aprīļa", 4},      UsualMonthName{QLocale::Latvian, u"maija", 5},
    UsualMonthName{QLocale::Latvian, u"jūnija", 6},      UsualMonthName{QLocale::Latvian, u"jūlija", 7},
    UsualMonthName{QLocale::Latvian, u"augusta", 8},     UsualMonthName{QLocale::Latvian, u"septembra", 9},
    UsualMonthName{QLocale::Latvian, u"oktobra", 10},    UsualMonthName{QLocale::Latvian, u"novembra", 11},
    UsualMonthName{QLocale::Latvian, u"decembra", 12},   UsualMonthName{QLocale::Slovenian, u"januarja", 1},
    UsualMonthName{QLocale::Slovenian, u"februarja", 2}, UsualMonthName{QLocale::Slovenian, u"marca", 3},
    UsualMonthName{QLocale::Slovenian, u"aprila", 4},    UsualMonthName{QLocale::Slovenian, u"maja", 5},
    UsualMonthName{QLocale::Slovenian, u"junija", 6},    UsualMonthName{QLocale::Slovenian, u"julija", 7},
    UsualMonthName{QLocale::Slovenian, u"avgusta", 8},   UsualMonthName{QLocale::Slovenian, u"septembra", 9},
    UsualMonthName{QLocale::Slovenian, u"oktobra", 10},  UsualMonthName{QLocale::Slovenian, u"novembra", 11},
    UsualMonthName{QLocale::Slovenian, u"decembra", 12},
};

// Serbian and Bosnian dates use the genitive, in either script: "17. marta", "1. јануара".
QList<MonthName> withGenitives(QLocale::Language language, const QList<MonthName> &names)
{
    QList<MonthName> all = names;
    if (language != QLocale::Serbian && language != QLocale::Bosnian)
        return all;
    for (const auto &[name, month] : names) {
        const bool isCyrillic = !name.isEmpty() && name.at(0).script() == QChar::Script_Cyrillic;
        const bool isLong = name.size() > 3 || month == 5 || month == 6 || month == 7;
        if (!isLong)
            continue;
        // septembar, septembra
        const QString stem = name.endsWith(isCyrillic ? u"бар"_s : u"bar"_s)
                                 ? name.chopped(2) + (isCyrillic ? u'р' : u'r')
                                 : (name.endsWith(u'i') ? name.chopped(1) : name);
        all.append({stem + (isCyrillic ? u'а' : u'a'), month});
    }
    return all;
}

QList<MonthName> monthNamesOf(const QLocale &locale)
{
    QList<MonthName> names;
    for (int month = 1; month <= MonthsInYear; ++month) {
        for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &raw : {locale.monthName(month, type), locale.standaloneMonthName(month, type)}) {
                const QString name = plainDateText(raw);
                // A month without a name other than its number is read as a number.
                if (std::any_of(name.begin(), name.end(), isWordPart))
                    names.append({name, month});
            }
        }
    }
    return withGenitives(locale.language(), names);
}

// Names for the months in other countries that speak the language, and those missing from every locale of it: "Jänner"
// is understood in Germany, "كانون الثاني" in Egypt. A name shared by two months is dropped.
const QList<MonthName> &monthNamesOfLanguage(QLocale::Language language)
{
    thread_local QHash<QLocale::Language, QList<MonthName>> known;
    if (const auto found = known.constFind(language); found != known.constEnd())
        return *found;
    QHash<QString, int> months;
    const auto add = [&months](const MonthName &name) {
        const auto found = months.constFind(name.name);
        months.insert(name.name, found == months.constEnd() || *found == name.month ? name.month : 0);
    };
    const auto locales = QLocale::matchingLocales(language, QLocale::AnyScript, QLocale::AnyTerritory);
    if (language != QLocale::English && language != QLocale::C) { // a hundred locales with the same names
        for (const QLocale &locale : locales) {
            for (const MonthName &name : monthNamesOf(locale))
                add(name);
        }
    }
    for (const UsualMonthName &usual : usualMonthNames) {
        if (usual.language == language)
            add({plainDateText(usual.name.toString()), usual.month});
    }
    QList<MonthName> names;
    for (auto name = months.cbegin(); name != months.cend(); ++name) {
        if (name.value() > 0)
            names.append({name.key(), name.value()});
    }
    return *known.insert(language, names);
}

} // namespace

DateWords::DateWords(const QLocale &of) : locale(of)
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
    fillers << gregorianMarks();
    fillers << u"den"_s << u"am"_s << u"le"_s << u"el"_s << u"il"_s << u"de"_s << u"del"_s << u"roku"_s << u"года"_s;
    fillers << u"st"_s << u"nd"_s << u"rd"_s << u"th"_s << u"of"_s << u"the"_s << u"er"_s << u"o"_s << u"a"_s;
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
    for (const MonthName &name : monthNamesOfLanguage(locale.language())) {
        if (!isOwn(name))
            months.append(name);
    }
    // Roman numerals for the month between numbers: 17.III.1984.
    static const QStringList roman{u"i"_s,   u"ii"_s,   u"iii"_s, u"iv"_s, u"v"_s,  u"vi"_s,
                                   u"vii"_s, u"viii"_s, u"ix"_s,  u"x"_s,  u"xi"_s, u"xii"_s};
    for (int month = 1; month <= MonthsInYear; ++month)
        months.append({roman.at(month - 1), month});
    std::stable_sort(months.begin(), months.end(),
                     [](const MonthName &a, const MonthName &b) { return a.name.size() > b.name.size(); });
}

void DateWords::addDays(const QLocale &from)
{
    for (int day = 1; day <= 7; ++day) {
        for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &raw : {from.dayName(day, type), from.standaloneDayName(day, type)}) {
                const QString name = plainDateText(raw);
                fillers << name;
                // "Th 2" in Vietnamese: a number may be a part of the date.
                if (!name.isEmpty() && std::none_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); }))
                    days.append({name, day});
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

// A word that may be the month as well ("mar" in French) is a day of the week if the month is there without it.
bool DateWords::contradicts(const QString &text, QDate date) const
{
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
    for (const MonthName &month : months) {
        const bool isDay =
            std::any_of(days.begin(), days.end(), [&month](const DayName &day) { return day.name == month.name; });
        if (const qsizetype at = isDay ? -1 : findWord(month.name, plain); at >= 0) {
            plain.replace(at, month.name.size(), u" "_s);
            isMonthThere = true;
            break;
        }
    }
    // "日" after a number is "day" in Japanese, and Sunday elsewhere.
    const bool hasNumbers = numbers > 0;
    bool isNamed = false;
    bool isRight = false;
    for (const auto &[name, day] : days) {
        if (findWord(name, plain) < 0 || (isMonth(name) && !isMonthThere) || (hasNumbers && literals.contains(name)))
            continue;
        isNamed = true;
        isRight |= day == date.dayOfWeek();
    }
    return isNamed && !isRight;
}

} // namespace lanyard
