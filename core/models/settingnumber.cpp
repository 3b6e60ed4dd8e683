#include "core/models/settingnumber.h"

#include "core/base/typedtext.h"
#include "core/document/numbertext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class SettingNumberText
{
    Q_DECLARE_TR_FUNCTIONS(SettingNumberText)

public:
    static QString twoReadings(const NumberReading &reading, const QLocale &locale)
    {
        return tr("This number can be read in two ways. Write %1 or %2.")
            .arg(reading.number->textIn(locale), reading.other->textIn(locale));
    }
    static QString notWhole(bool isGrouped)
    {
        constexpr int example = 30; // within the limits of every type
        return (isGrouped ? tr("This is not a whole number. Write it in digits only, like %1.")
                          : tr("This is not a whole number. Write it like %1."))
            .arg(example);
    }
    static QString outOfRange(const QString &least, const QString &most, const QLocale &locale)
    {
        return tr("This number does not fit here. Write one from %1 to %2.")
            .arg(localNumber(least, locale), localNumber(most, locale));
    }
    static QString notANumber(const QLocale &locale)
    {
        return tr("This is not a number. Write it like %1.").arg(localNumber(u"1234.5"_s, locale));
    }
    // "€", "km/h", or null: in between, as in 7h45.
    static QString withUnit(const QString &unit, bool isWhole)
    {
        if (unit.isNull())
            return isWhole ? tr("This is not a whole number. Write one number only, without units.")
                           : tr("This is not a number. Write one number only, without units.");
        return (isWhole ? tr("This is not a whole number. Write it without the unit “%1”.")
                        : tr("This is not a number. Write it without the unit “%1”."))
            .arg(unit);
    }
    static QString tooManyDigits() { return tr("A decimal number has at most 28 digits. Write fewer."); }
    static QString tooSmall() { return tr("This number is too small: it would become zero."); }
    static QString noExponent() { return tr("A decimal number is written without an exponent. Write all its digits."); }
};

struct NumberWithUnit
{
    QString number;
    QString unit; // what stands before or behind it: "€", "%", "km/h"
};

NumberWithUnit apart(const QString &typed, const QLocale &locale, bool isWhole)
{
    static const QRegularExpression around(u"\\A([^\\p{N}.,+−-]*)(.*?)([^\\p{N}]*)\\z"_s);
    const QRegularExpressionMatch match = around.match(typed.trimmed());
    const QString before = match.captured(1).trimmed();
    const QString behind = match.captured(3).trimmed();
    if (before.isEmpty() == behind.isEmpty() || !readNumber(match.captured(2), locale, isWhole).number)
        return {};
    const QString unit = before + behind;
    constexpr qsizetype longest = 12;
    const auto isOfUnit = [](QChar c) {
        return c.isLetter() || c.isMark() || c.isSymbol() || u"%％﹪٪‰؉‱؊/ .*"_s.contains(c);
    };
    if (unit.size() > longest || !std::all_of(unit.begin(), unit.end(), isOfUnit))
        return {};
    return {match.captured(2), unit};
}

// In one width, and with one sign for per cent.
QString plainUnit(const QString &unit)
{
    return halfWidth(unit).replace(u'٪', u'%');
}

// Of @p typed, which is no number; @p usual: what is said where there is no unit.
SettingReading refusedNumber(const QString &typed, const QLocale &locale, bool isWhole, const QString &usual)
{
    // 7h45, 1 h 30 min; not 0x1F and 1e5
    static const QRegularExpression several(u"\\A\\s*\\d+\\s*(?![xe])\\p{L}{1,3}\\s*\\d+\\s*\\p{L}{0,3}\\s*\\z"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString unit = apart(typed, locale, isWhole).unit;
    if (unit.isEmpty() && !several.match(typed).hasMatch())
        return SettingReading::refused(usual);
    return SettingReading::refused(SettingNumberText::withUnit(unit.isEmpty() ? QString() : unit, isWhole));
}

// 1.234, where that is no way to write a whole number.
bool isInGroups(const QString &typed)
{
    static const QRegularExpression groups(u"\\d[.,'’\\s]\\d"_s);
    return groups.match(typed).hasMatch();
}

// Text already in the service's notation is sent as it was typed.
QString wireText(const NumberText &number, const QString &typed)
{
    return typed.compare(number.text(), Qt::CaseInsensitive) == 0 ? typed : number.text();
}

// 96 bits and a power of ten up to 28.
QString decimalProblem(const NumberText &number, const QLocale &locale)
{
    static constexpr auto largest = "79228162514264337593543950335"_L1;
    if (!number.exponent.isEmpty())
        return SettingNumberText::noExponent();
    NumberText digits = number;
    digits.negative = false;
    if (compareIntegers(digits, QString(largest)) > 0)
        return SettingNumberText::outOfRange(u'-' + QString(largest), largest, locale);
    digits.whole += digits.fraction;
    return number.fraction.size() > 28 || compareIntegers(digits, QString(largest)) > 0
               ? SettingNumberText::tooManyDigits()
               : QString();
}

QString binaryProblem(const NumberText &number, bool isSingle, const QLocale &locale)
{
    const double most = isSingle ? double(std::numeric_limits<float>::max()) : std::numeric_limits<double>::max();
    bool ok = false;
    const double value = QLocale::c().toDouble(number.text(), &ok);
    const bool tiny = isSingle ? static_cast<float>(std::abs(value) > most ? 0 : value) == 0 : value == 0;
    if (std::isinf(value) || std::abs(value) > most)
        return SettingNumberText::outOfRange(isSingle ? u"-3.4e38"_s : u"-1.7e308"_s,
                                             isSingle ? u"3.4e38"_s : u"1.7e308"_s, locale);
    return tiny && !number.isZero() ? SettingNumberText::tooSmall() : QString();
}

} // namespace

SettingReading readInteger(const SettingType &type, const QString &typed, const QLocale &locale)
{
    const NumberReading reading = readNumber(typed, locale, true);
    if (!reading.number)
        return refusedNumber(typed, locale, true, SettingNumberText::notWhole(isInGroups(typed)));
    if (reading.other)
        return SettingReading::refused(SettingNumberText::twoReadings(reading, locale));
    if (compareIntegers(*reading.number, QString(type.least)) < 0 ||
        compareIntegers(*reading.number, QString(type.most)) > 0)
        return SettingReading::refused(SettingNumberText::outOfRange(type.least, type.most, locale));
    NumberText number = *reading.number;
    number.negative = number.negative && !number.isZero(); // "-0" is no whole number everywhere
    return {wireText(number, typed)};
}

SettingReading readReal(SettingKind kind, const QString &typed, const QLocale &locale)
{
    const NumberReading reading = readNumber(typed, locale, false);
    if (!reading.number)
        return refusedNumber(typed, locale, false, SettingNumberText::notANumber(locale));
    if (reading.other)
        return SettingReading::refused(SettingNumberText::twoReadings(reading, locale));
    const QString problem = kind == SettingKind::Decimal
                                ? decimalProblem(*reading.number, locale)
                                : binaryProblem(*reading.number, kind == SettingKind::Single, locale);
    return problem.isEmpty() ? SettingReading{wireText(*reading.number, typed)} : SettingReading::refused(problem);
}

QString withoutUnit(const QString &typed, const QString &unit, const SettingType &type)
{
    const auto [number, found] = apart(unwrapped(typed), QLocale(), type.kind == SettingKind::Integer);
    return !unit.isEmpty() && plainUnit(found) == plainUnit(unit) ? number : typed;
}

} // namespace lanyard
