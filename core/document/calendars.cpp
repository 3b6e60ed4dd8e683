#include "core/document/calendars.h"

#include "core/document/datetext.h"
#include "core/document/formatlocale.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int LatestYear = 2200;
// Bikram Sambat, the calendar of Nepal, is 56 or 57 years ahead.
constexpr int HalfOfNepalsYears = 28;

QStringList plainTexts(const QStringList &texts)
{
    QStringList plain;
    for (const QString &text : texts)
        plain << plainDateText(text);
    return plain;
}

bool isIso(const QString &typed)
{
    static const QRegularExpression iso(u"\\A\\s*\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    return iso.match(typed).hasMatch();
}

} // namespace

bool namesOtherCalendar(const QString &plain)
{
    static const QStringList words =
        plainTexts({u"พ.ศ."_s, u"พศ"_s, u"พุทธศักราช"_s, u"B.E."_s, u"هـ ش"_s, u"هـ.ق"_s, u"هـ"_s, u"هجري"_s, u"هجری"_s,
                    u"شمسی"_s, u"خورشیدی"_s, u"A.H."_s, u"वि.सं."_s, u"वि सं"_s, u"विक्रम"_s});
    // Years follow these at once, or the character for "first".
    static const QStringList eras{u"明治"_s, u"大正"_s, u"昭和"_s, u"平成"_s, u"令和"_s, u"民國"_s, u"民国"_s};
    const auto isNamed = [&plain](const QString &word) { return findWord(word, plain) >= 0; };
    const auto isThere = [&plain](const QString &era) { return plain.contains(era); };
    return std::any_of(words.begin(), words.end(), isNamed) || std::any_of(eras.begin(), eras.end(), isThere);
}

const QStringList &gregorianMarks()
{
    static const QStringList marks = plainTexts({u"ค.ศ."_s, u"คศ"_s, u"คริสต์ศักราช"_s, u"میلادی"_s, u"م"_s, u"西元"_s,
                                                 u"公元"_s, u"西暦"_s, u"A.D."_s, u"AD"_s, u"C.E."_s, u"CE"_s});
    return marks;
}

bool isUnusualYear(QDate date, const QString &typed, const QLocale &locale)
{
    if (isIso(typed))
        return false;
    const bool isNepals = localeOfDates(locale).language() == QLocale::Nepali &&
                          date.year() > QDate::currentDate().year() + HalfOfNepalsYears;
    return date.year() < EarliestUsualYear || date.year() > LatestYear || isNepals;
}

bool isUnusualBirthYear(QDate date, const QString &typed)
{
    return isUnusualYear(date, typed) || (date.year() > QDate::currentDate().year() && !isIso(typed));
}

} // namespace lanyard
