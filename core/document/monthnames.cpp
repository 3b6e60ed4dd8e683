#include "core/document/monthnames.h"

#include "core/document/datetext.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int MonthsInYear = 12;

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
    UsualMonthName{QLocale::Slovenian, u"decembra", 12}, UsualMonthName{QLocale::Hebrew, u"מרס", 3},
};

// Serbian and Bosnian dates use the genitive, in either script: "17. marta", "1. јануара".
QList<MonthName> genitivesOf(const QList<MonthName> &names)
{
    QList<MonthName> genitives;
    for (const auto &[name, month] : names) {
        const bool isCyrillic = !name.isEmpty() && name.at(0).script() == QChar::Script_Cyrillic;
        const bool isLong = name.size() > 3 || month == 5 || month == 6 || month == 7;
        if (!isLong)
            continue;
        // septembar, septembra
        const QString stem = name.endsWith(isCyrillic ? u"бар"_s : u"bar"_s)
                                 ? name.chopped(2) + (isCyrillic ? u'р' : u'r')
                                 : (name.endsWith(u'i') ? name.chopped(1) : name);
        genitives.append({stem + (isCyrillic ? u'а' : u'a'), month});
    }
    return genitives;
}

// In Hebrew "in" is a letter before the name: "17 במרץ".
QList<MonthName> prefixed(const QList<MonthName> &names)
{
    QList<MonthName> all;
    for (const auto &[name, month] : names)
        all.append({u'ב' + name, month});
    return all;
}

QList<MonthName> withOtherForms(QLocale::Language language, const QList<MonthName> &names)
{
    if (language == QLocale::Serbian || language == QLocale::Bosnian)
        return names + genitivesOf(names);
    return language == QLocale::Hebrew ? names + prefixed(names) : names;
}

} // namespace

QList<MonthName> monthNamesOf(const QLocale &locale)
{
    QList<MonthName> names;
    const auto add = [&names](const QString &name, int month) {
        // A month without a name other than its number is read as a number.
        if (std::any_of(name.begin(), name.end(), isWordPart))
            names.append({name, month});
    };
    for (int month = 1; month <= MonthsInYear; ++month) {
        for (const auto type : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &raw : {locale.monthName(month, type), locale.standaloneMonthName(month, type)}) {
                const QString name = plainDateText(raw);
                add(name, month);
                // "มี.ค." is written without its dots as well.
                if (const QString undotted = plainDateText(QString(raw).remove(u'.')); undotted != name)
                    add(undotted, month);
            }
        }
    }
    return withOtherForms(locale.language(), names);
}

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
    QList<MonthName> usualNames;
    for (const UsualMonthName &usual : usualMonthNames) {
        if (usual.language == language)
            usualNames.append({plainDateText(usual.name.toString()), usual.month});
    }
    for (const MonthName &name : withOtherForms(language, usualNames))
        add(name);
    QList<MonthName> names;
    for (auto name = months.cbegin(); name != months.cend(); ++name) {
        if (name.value() > 0)
            names.append({name.key(), name.value()});
    }
    return *known.insert(language, names);
}

} // namespace lanyard
