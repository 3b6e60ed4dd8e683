#include "core/document/halftyped.h"

#include "core/document/countries.h"
#include "core/document/typeddate.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype MostCharacters = 60; // more than any date needs

// With numbers: of two months and two years that begin with each digit that one begins with, and have all their days.
QStringList numericDates(const QLocale &locale)
{
    QStringList dates;
    for (const int year : {1984, 2004}) {
        for (const int month : {3, 12}) {
            const QDate date(year, month, 17);
            dates << locale.toString(date, QLocale::ShortFormat) << date.toString(u"yyyyMMdd");
            for (const QChar separator : {u'/', u'-', u'.', u' '}) {
                QStringList parts = date.toString(Qt::ISODate).split(u'-');
                dates << parts.join(separator);
                std::reverse(parts.begin(), parts.end());
                dates << parts.join(separator);
                parts.swapItemsAt(0, 1);
                dates << parts.join(separator);
            }
        }
    }
    return dates;
}

// With names: the 17ths of a year fall on every day of the week.
QStringList wordyDates(const QLocale &locale)
{
    const QLocale english(QLocale::English);
    QStringList dates;
    for (int month = 1; month <= 12; ++month) {
        const QDate date(1984, month, 17);
        dates << locale.toString(date, QLocale::LongFormat) << locale.toString(date, u"d MMMM yyyy")
              << locale.toString(date, u"d MMM yyyy") << english.toString(date, u"d MMMM yyyy")
              << english.toString(date, u"MMMM d, yyyy");
    }
    return dates;
}

// Each end of each text once, the shortest first.
QStringList endsOf(const QStringList &texts)
{
    QSet<QString> ends;
    for (const QString &text : texts) {
        for (qsizetype from = 0; from < text.size(); ++from)
            ends.insert(text.mid(from));
    }
    QStringList sorted(ends.begin(), ends.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
    return sorted;
}

const QStringList &endsOfDates(const QLocale &locale)
{
    static QHash<QString, QStringList> ends; // by locale: there are many
    QStringList &found = ends[locale.name()];
    if (found.isEmpty())
        found = endsOf(numericDates(locale) + wordyDates(locale));
    return found;
}

bool readsWithAny(const QString &typed, const QStringList &ends, const ReadsAsValue &reads)
{
    return std::any_of(ends.begin(), ends.end(), [&](const QString &end) { return reads(typed + end); });
}

bool readsWithRestOf(const QString &typed, const QStringList &examples, const ReadsAsValue &reads)
{
    return std::any_of(examples.begin(), examples.end(), [&](const QString &example) {
        return example.size() > typed.size() && reads(typed + example.mid(typed.size()));
    });
}

bool mayBecomeMoment(const QString &typed, const ReadsAsValue &reads, const QLocale &locale)
{
    static const QStringList endsOfTimes = endsOf({u" 12:30:00"_s, u" 12:30"_s});
    return readsWithAny(typed, endsOfTimes, reads) ||
           mayBecomeDate(
               typed, [&reads](const QString &text) { return reads(text) || reads(text + u" 12:30"_s); }, locale);
}

} // namespace

bool mayBecomeDate(const QString &typed, const ReadsAsValue &reads, const QLocale &locale)
{
    return typed.size() <= MostCharacters && readsWithAny(typed, endsOfDates(locale), reads);
}

bool mayBecomeSetting(SettingKind kind, const QString &typed, const ReadsAsValue &reads, const QString &unit,
                      const QLocale &locale)
{
    switch (kind) {
    case SettingKind::Integer:
    case SettingKind::Single:
    case SettingKind::Real:
    case SettingKind::Decimal:
        return readsWithAny(typed, {u"0"_s, u"1"_s, u"5"_s, u"00"_s, u"000"_s, u"0000"_s, u"00000"_s, u"000000"_s},
                            reads) ||
               readsWithAny(typed, endsOf({unit}), reads);
    case SettingKind::DateTime:
    case SettingKind::DateTimeOffset:
        return mayBecomeMoment(typed, reads, locale);
    case SettingKind::Date:
        return mayBecomeDate(typed, reads, locale);
    case SettingKind::Time:
    case SettingKind::TimeSpan:
        return readsWithAny(typed, endsOf({u"12:30:00"_s, u"0.00:00"_s}), reads);
    case SettingKind::Guid:
        return readsWithRestOf(
            typed, {u"00000000-0000-0000-0000-000000000000"_s, u"{00000000-0000-0000-0000-000000000000}"_s}, reads);
    case SettingKind::Colour:
        return readsWithRestOf(typed, {u"#000000"_s, u"#00000000"_s, u"000000"_s}, reads);
    case SettingKind::Url:
        return readsWithRestOf(typed, {u"https://a"_s, u"http://a"_s}, reads) || reads(typed + u'a');
    case SettingKind::Text:
    case SettingKind::Boolean:
    case SettingKind::Json:
        break;
    }
    return false;
}

bool isHalfTyped(FieldKind kind, const QString &typed)
{
    if (kind == FieldKind::Country)
        return countryFromTyped(typed) || !suggestedCountries(typed).isEmpty();
    const auto isDate = [](const QString &text) { return readBirthDate(text).ok(); };
    return kind == FieldKind::Date && !typed.isEmpty() && !isDate(typed) && mayBecomeDate(typed, isDate);
}

} // namespace lanyard
