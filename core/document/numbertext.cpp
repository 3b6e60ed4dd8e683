#include "core/document/numbertext.h"

#include "core/document/formatlocale.h"
#include "core/document/groupednumber.h"
#include "core/document/numbermarks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// 12,34,567
bool groupsByTwo(const QLocale &locale)
{
    switch (locale.territory()) {
    case QLocale::India:
    case QLocale::Pakistan:
    case QLocale::Bangladesh:
    case QLocale::Nepal:
    case QLocale::Bhutan:
    case QLocale::SriLanka:
        return true;
    default:
        return false;
    }
}

std::optional<NumberText> parseNumber(const QString &text, const QRegularExpression &pattern)
{
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    NumberText number;
    number.negative = match.capturedView(1) == "-"_L1;
    number.whole = match.captured(2).remove(groupMark);
    number.fraction = match.captured(3);
    number.exponent = match.captured(4);
    if (number.whole.isEmpty() && number.fraction.isEmpty())
        return std::nullopt;
    if (number.whole.isEmpty())
        number.whole = u"0"_s;
    return number;
}

bool isWrittenInGroups(int number, const QLocale &locale)
{
    return withMarks(plainDigits(locale.toString(number), locale), locale).contains(groupMark);
}

// In groups of any other size, as 12 34 56 in Toki Pona: exactly as the locale writes that number.
std::optional<NumberText> asWritten(const QString &marked, const QLocale &locale)
{
    static const QRegularExpression groups(u"\\A([+-]?)(\\d+(?:G\\d+)+)(?:D(\\d+))?(?:e([+-]?\\d+))?\\z"_s);
    const auto number = parseNumber(marked, groups);
    bool isRead = false;
    const qulonglong whole = number ? number->whole.toULongLong(&isRead) : 0;
    if (!isRead)
        return std::nullopt;
    const QString written = withMarks(plainDigits(locale.toString(whole), locale), locale);
    return groups.match(marked).capturedView(2) == written ? number : std::nullopt;
}

std::optional<NumberText> inLocale(const QString &marked, const QLocale &locale)
{
    static const QRegularExpression thousands(
        u"\\A([+-]?)(\\d*|[1-9]\\d{0,2}(?:G\\d{3})+)(?:D(\\d+))?(?:e([+-]?\\d+))?\\z"_s);
    static const QRegularExpression lakhs(
        u"\\A([+-]?)([1-9]\\d?(?:G\\d{2})+G\\d{3})(?:D(\\d+))?(?:e([+-]?\\d+))?\\z"_s);
    static const QRegularExpression fourFirst(u"\\A([+-]?)([1-9]\\d{3}(?:G\\d{3})+)(?:D(\\d+))?(?:e([+-]?\\d+))?\\z"_s);
    if (auto number = parseNumber(marked, thousands))
        return number;
    if (groupsByTwo(locale))
        return parseNumber(marked, lakhs);
    // Where four digits are not grouped and more are, Qt 6.4 writes 1234 567, and so may other programs.
    const bool beginsWithFour = !isWrittenInGroups(1'234, locale) && isWrittenInGroups(1'234'567, locale);
    auto number = beginsWithFour ? parseNumber(marked, fourFirst) : std::nullopt;
    return number ? number : asWritten(marked, locale);
}

std::optional<NumberText> onTheWire(const QString &plain)
{
    static const QRegularExpression pattern(u"\\A([+-]?)(\\d*)(?:\\.(\\d+))?(?:e([+-]?\\d+))?\\z"_s);
    return parseNumber(plain, pattern);
}

// CLDR gives English in South Africa and on the Continent a decimal comma; most people who write English use it for
// thousands.
bool writesCommasEitherWay(const QLocale &locale)
{
    return locale.language() == QLocale::English && locale.decimalPoint() == ","_L1;
}

// One separator followed by three digits: thousands to some, thousandths to others.
std::optional<NumberReading> inTwoWays(const QString &plain, const QString &marked, const QLocale &locale)
{
    static const QRegularExpression pattern(u"\\A([+-]?)([1-9]\\d{0,2})[.,](\\d{3})(?:e([+-]?\\d+))?\\z"_s);
    const auto small = parseNumber(plain, pattern);
    if (!small || (marked.contains(decimalMark) && !writesCommasEitherWay(locale)))
        return std::nullopt;
    NumberText large = *small;
    large.whole += std::exchange(large.fraction, QString());
    NumberText other = *small;
    if (writesCommasEitherWay(locale))
        other.fraction += u'0'; // 1,2340 can be read in only one way
    return NumberReading{large, other};
}

QString significant(QString digits)
{
    const auto first = std::find_if(digits.begin(), digits.end(), [](QChar c) { return c != u'0'; });
    return digits.mid(first - digits.begin());
}

bool isSameNumber(const NumberText &a, const NumberText &b)
{
    return a.text() == b.text();
}

} // namespace

QString NumberText::text() const
{
    QString text = negative ? u"-"_s + whole : whole;
    if (!fraction.isEmpty())
        text += u'.' + fraction;
    return exponent.isEmpty() ? text : text + u'e' + exponent;
}

bool NumberText::isZero() const
{
    return significant(whole + fraction).isEmpty();
}

NumberReading readNumber(const QString &typed, const QLocale &of, bool isWhole)
{
    const QLocale locale = localeOfNumbers(of);
    const QString plain = plainDigits(typed, locale);
    const QString marked = withMarks(plain, locale);
    const auto fits = [isWhole](const std::optional<NumberText> &number) {
        return number && (!isWhole || (number->fraction.isEmpty() && number->exponent.isEmpty()));
    };
    if (!isWhole) {
        if (const auto both = inTwoWays(plain, marked, locale))
            return *both;
    }
    const auto local = inLocale(marked, locale);
    const auto wire = onTheWire(plain);
    if (fits(local) && fits(wire) && !isSameNumber(*local, *wire))
        return {local, wire};
    if (fits(local) || fits(wire))
        return {fits(local) ? local : wire, std::nullopt};
    const auto grouped = readGrouped(plain);
    return {fits(grouped) ? grouped : std::nullopt, std::nullopt};
}

int compareIntegers(const NumberText &number, QStringView limit)
{
    const bool limitIsNegative = limit.startsWith(u'-');
    const QString a = significant(number.whole);
    const QString b = significant(limitIsNegative ? limit.mid(1).toString() : limit.toString());
    const bool isNegative = number.negative && !a.isEmpty();
    if (isNegative != limitIsNegative)
        return isNegative ? -1 : 1;
    const int order = a.size() == b.size() ? a.compare(b) : (a.size() < b.size() ? -1 : 1);
    return isNegative ? -order : order;
}

} // namespace lanyard
