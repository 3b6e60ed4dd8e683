#include "core/document/halftyped.h"

#include "core/document/countries.h"
#include "core/document/typeddate.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>
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
            for (const QString &separator : {u"/"_s, u"-"_s, u"."_s, u" "_s, u". "_s}) {
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

// What stood between the date and something that is gone.
QString bareDate(const QString &text)
{
    static const QRegularExpression marks(u"\\A[\\s,،]+|[\\s,،]+\\z"_s);
    return QString(text).remove(marks);
}

// With names: the 17ths of a year fall on every day of the week.
QStringList wordyDates(const QLocale &locale)
{
    const QLocale english(QLocale::English);
    QStringList dates;
    for (int month = 1; month <= 12; ++month) {
        const QDate date(1984, month, 17);
        const QString withDay = locale.toString(date, QLocale::LongFormat);
        dates << withDay << bareDate(QString(withDay).remove(locale.dayName(date.dayOfWeek())))
              << english.toString(date, u"MMMM d, yyyy");
        for (const QString &form :
             {u"d MMMM yyyy"_s, u"d. MMMM yyyy"_s, u"d-MMMM-yyyy"_s, u"d MMM yyyy"_s, u"d. MMM yyyy"_s})
            dates << locale.toString(date, form) << english.toString(date, form);
    }
    return dates;
}

QStringList shortestFirst(const QSet<QString> &texts)
{
    QStringList sorted(texts.begin(), texts.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
    return sorted;
}

// Each end of each text once.
QStringList endsOf(const QStringList &texts)
{
    QSet<QString> ends;
    for (const QString &text : texts) {
        for (qsizetype from = 0; from < text.size(); ++from)
            ends.insert(text.mid(from));
    }
    return shortestFirst(ends);
}

// What it consists of, and in which order: d for digits, w for letters, a space for spaces, other signs as they are.
QString shapeOf(const QString &text)
{
    QString shape;
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Format)
            continue; // marks of direction
        const bool isLetter = c.isLetter() || c.isMark() || c.isSurrogate();
        const QChar kind = c.isDigit() ? u'd' : isLetter ? u'w' : c.isSpace() ? u' ' : c;
        if (!(shape.isEmpty() && kind == u' ') && !(shape.endsWith(kind) && u"dw "_s.contains(kind)))
            shape += kind;
    }
    return shape;
}

using EndsByShape = QHash<QString, QStringList>; // of what they follow

EndsByShape endsByShape(const QStringList &texts)
{
    QHash<QString, QSet<QString>> ends;
    for (const QString &text : texts) {
        for (qsizetype from = 0; from < text.size(); ++from)
            ends[shapeOf(text.left(from))].insert(text.mid(from));
    }
    EndsByShape sorted;
    for (auto one = ends.cbegin(); one != ends.cend(); ++one)
        sorted.insert(one.key(), shortestFirst(one.value()));
    return sorted;
}

// To read them all would take a tenth of a second at each key. What stands before the beginning of a date, such as the
// name of a day, does not matter.
QStringList endsOfDate(const QString &typed, const QLocale &locale)
{
    static QHash<QString, EndsByShape> all; // by locale: there are many
    EndsByShape &ends = all[locale.name()];
    if (ends.isEmpty())
        ends = endsByShape(numericDates(locale) + wordyDates(locale));
    QString shape = shapeOf(typed);
    while (shape.size() > 1 && !ends.contains(shape))
        shape.remove(0, 1);
    return ends.value(shape);
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
    return typed.size() <= MostCharacters && readsWithAny(typed, endsOfDate(typed, locale), reads);
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
