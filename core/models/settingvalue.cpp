#include "core/models/settingvalue.h"

#include "core/document/numbertext.h"
#include "core/document/setting.h"
#include "core/models/jsonfault.h"
#include "core/models/settingmoment.h"

#include <QColor>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Kind = SettingKind;

// For a number, a date, a colour: all the digits of the smallest Double fit. Anything longer was pasted by mistake.
constexpr qsizetype LongestValue = 1'200;

// The translation context of the sentences below.
class SettingText
{
    Q_DECLARE_TR_FUNCTIONS(SettingText)

public:
    static QString twoReadings(const NumberReading &reading, const QString &point)
    {
        return tr("This number can be read in two ways. Write %1 or %2.")
            .arg(reading.number->written(point), reading.other->written(point));
    }
    static QString notWhole(const SettingType &type)
    {
        return tr("This is not a whole number. Write one from %1 to %2, in digits only.").arg(type.least, type.most);
    }
    static QString outOfRange(const QString &least, const QString &most)
    {
        return tr("This number is out of range. Write one from %1 to %2.").arg(least, most);
    }
    static QString notANumber(const QString &point)
    {
        const QString example = u"1234.5"_s;
        return point == u"."_s
                   ? tr("This is not a number. Write it like %1.").arg(example)
                   : tr("This is not a number. Write it like %1 or %2.").arg(u"1234"_s + point + u'5', example);
    }
    static QString tooManyDigits() { return tr("A decimal number has at most 28 digits. Write fewer."); }
    static QString tooSmall() { return tr("This number is too small: it would become zero."); }
    static QString noExponent() { return tr("A decimal number is written without an exponent. Write all its digits."); }
    static QString notBoolean() { return tr("This is neither yes nor no. Write true or false."); }
    static QString notAGuid()
    {
        return tr("This is not an identifier. Write 32 digits 0–9 and a–f, like "
                  "6f9619ff-8b86-d011-b42d-00c04fc964ff.");
    }
    static QString notAColour()
    {
        return tr("This is not a colour. Write it like #36C, #3366CC or #803366CC, or the name of one.");
    }
    static QString noScheme() { return tr("The address has no beginning. Write it with https:// in front."); }
    static QString otherScheme(const QString &scheme)
    {
        return tr("An address that begins with %1: is not accepted here. Write one with https:// or http://.")
            .arg(scheme.left(40));
    }
    static QString notAnAddress() { return tr("This is not a web address. Write it like https://example.com/page."); }
    static QString badJson(qsizetype line, qsizetype column, const QString &what)
    {
        return tr("This is not valid JSON. Line %1, column %2: %3")
            .arg(QString::number(line), QString::number(column), what);
    }
    static QString jsonFault(JsonFault::Kind kind)
    {
        using enum JsonFault::Kind;
        switch (kind) {
        case NoValue:
            return tr("a value was expected here.");
        case Unquoted:
            return tr("text must be in straight double quotation marks (\").");
        case NoName:
            return tr("a name in quotation marks was expected here.");
        case UnquotedName:
            return tr("a name must be in straight double quotation marks (\").");
        case NoColon:
            return tr("a colon is missing.");
        case NoCommaInObject:
            return tr("a comma or a closing brace is missing.");
        case NoCommaInList:
            return tr("a comma or a closing bracket is missing.");
        case OpenText:
            return tr("the closing quotation mark of this text is missing.");
        case ControlCharacter:
            return tr("a line break or tab in text must be written as \\n or \\t.");
        case Escape:
            return tr("the backslash is not followed by a known letter.");
        case Number:
            return tr("a digit was expected here.");
        case LeadingZero:
            return tr("a number must not begin with an extra zero.");
        case TooDeep:
            return tr("objects and lists are nested too deeply.");
        case GoesOn:
            return tr("nothing may follow the value.");
        }
        return {};
    }
    static QString tooLong(qsizetype most)
    {
        return tr("This is too long for a value of this type. Write at most %1 characters.").arg(most);
    }
    static QString severalLines() { return tr("Write this value in one line."); }
};

// Text already in the service's notation is sent as it was typed.
QString wireText(const NumberText &number, const QString &typed)
{
    return typed.compare(number.text(), Qt::CaseInsensitive) == 0 ? typed : number.text();
}

SettingReading readInteger(const SettingType &type, const QString &typed, const QLocale &locale)
{
    const NumberReading reading = readNumber(typed, locale, true);
    if (!reading.number)
        return SettingReading::refused(SettingText::notWhole(type));
    if (reading.other)
        return SettingReading::refused(SettingText::twoReadings(reading, locale.decimalPoint()));
    if (compareIntegers(*reading.number, QString(type.least)) < 0 ||
        compareIntegers(*reading.number, QString(type.most)) > 0)
        return SettingReading::refused(SettingText::outOfRange(type.least, type.most));
    return {wireText(*reading.number, typed)};
}

// 96 bits and a power of ten up to 28.
QString decimalProblem(const NumberText &number)
{
    static constexpr auto largest = "79228162514264337593543950335"_L1;
    if (!number.exponent.isEmpty())
        return SettingText::noExponent();
    NumberText digits = number;
    digits.negative = false;
    if (compareIntegers(digits, QString(largest)) > 0)
        return SettingText::outOfRange(u'-' + QString(largest), largest);
    digits.whole += digits.fraction;
    return number.fraction.size() > 28 || compareIntegers(digits, QString(largest)) > 0 ? SettingText::tooManyDigits()
                                                                                        : QString();
}

QString binaryProblem(const NumberText &number, bool isSingle)
{
    const double most = isSingle ? double(std::numeric_limits<float>::max()) : std::numeric_limits<double>::max();
    bool ok = false;
    const double value = QLocale::c().toDouble(number.text(), &ok);
    const bool tiny = isSingle ? static_cast<float>(std::abs(value) > most ? 0 : value) == 0 : value == 0;
    if (std::isinf(value) || std::abs(value) > most)
        return SettingText::outOfRange(isSingle ? u"-3.4e38"_s : u"-1.7e308"_s, isSingle ? u"3.4e38"_s : u"1.7e308"_s);
    return tiny && !number.isZero() ? SettingText::tooSmall() : QString();
}

SettingReading readReal(Kind kind, const QString &typed, const QLocale &locale)
{
    const NumberReading reading = readNumber(typed, locale, false);
    if (!reading.number)
        return SettingReading::refused(SettingText::notANumber(locale.decimalPoint()));
    if (reading.other)
        return SettingReading::refused(SettingText::twoReadings(reading, locale.decimalPoint()));
    const QString problem =
        kind == Kind::Decimal ? decimalProblem(*reading.number) : binaryProblem(*reading.number, kind == Kind::Single);
    return problem.isEmpty() ? SettingReading{wireText(*reading.number, typed)} : SettingReading::refused(problem);
}

struct YesAndNo
{
    QLocale::Language language;
    QStringView yes;
    QStringView no;
};

constexpr std::array wordsOfLanguages{
    YesAndNo{QLocale::Danish, u"ja", u"nej"},           YesAndNo{QLocale::Dutch, u"ja", u"nee"},
    YesAndNo{QLocale::French, u"oui", u"non"},          YesAndNo{QLocale::French, u"vrai", u"faux"},
    YesAndNo{QLocale::German, u"ja", u"nein"},          YesAndNo{QLocale::German, u"wahr", u"falsch"},
    YesAndNo{QLocale::Italian, u"sì", u"no"},           YesAndNo{QLocale::Italian, u"vero", u"falso"},
    YesAndNo{QLocale::Polish, u"tak", u"nie"},          YesAndNo{QLocale::Portuguese, u"sim", u"não"},
    YesAndNo{QLocale::Russian, u"да", u"нет"},          YesAndNo{QLocale::Spanish, u"sí", u"no"},
    YesAndNo{QLocale::Spanish, u"verdadero", u"falso"}, YesAndNo{QLocale::Swedish, u"ja", u"nej"},
};

SettingReading readBoolean(const QString &typed, const QString &stored, const QLocale &locale)
{
    std::optional<bool> value = readSettingBoolean(typed);
    for (const YesAndNo &words : wordsOfLanguages) {
        if (words.language != locale.language() || value)
            continue;
        if (typed.compare(words.yes, Qt::CaseInsensitive) == 0)
            value = true;
        else if (typed.compare(words.no, Qt::CaseInsensitive) == 0)
            value = false;
    }
    if (!value)
        return SettingReading::refused(SettingText::notBoolean());
    return {readSettingBoolean(stored) == value ? stored : writeSettingBoolean(*value, stored)};
}

SettingReading readGuid(const QString &typed)
{
    static const QRegularExpression pattern(
        u"\\A([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\})\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(typed).hasMatch() ? SettingReading{typed} : SettingReading::refused(SettingText::notAGuid());
}

SettingReading readColour(const QString &typed)
{
    static const QRegularExpression hex(u"\\A#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\\z"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    const bool isColour = typed.startsWith(u'#') ? hex.match(typed).hasMatch() : QColor::isValidColor(typed);
    return isColour ? SettingReading{typed} : SettingReading::refused(SettingText::notAColour());
}

// A scheme that could run code when opened is never accepted, whatever is stored.
SettingReading readUrl(const QString &typed, const QString &stored)
{
    const QUrl url(typed, QUrl::StrictMode);
    static const QRegularExpression start(u"\\A([A-Za-z][A-Za-z0-9+.-]*):(?!\\d+(?:/|\\z))"_s);
    const QString scheme = start.match(typed).captured(1).toLower();
    if (scheme.isEmpty())
        return SettingReading::refused(SettingText::noScheme());
    const bool isWeb = scheme == "http"_L1 || scheme == "https"_L1;
    const bool runs = scheme == "javascript"_L1 || scheme == "vbscript"_L1 || scheme == "data"_L1;
    if (!isWeb && (runs || scheme != start.match(stored).captured(1).toLower()))
        return SettingReading::refused(SettingText::otherScheme(scheme));
    if (!url.isValid() || (isWeb && (url.host().isEmpty() || typed.contains(u' '))))
        return SettingReading::refused(SettingText::notAnAddress());
    return {typed};
}

QString jsonProblem(const QString &text)
{
    const std::optional<JsonFault> fault = findJsonFault(text);
    if (!fault)
        return {};
    const QStringView before = QStringView(text).left(fault->offset);
    const qsizetype line = before.count(u'\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf(u'\n');
    return SettingText::badJson(line, column, SettingText::jsonFault(fault->kind));
}

SettingReading readJson(const QString &typeName, const QString &typed, const QString &stored)
{
    // A .NET object can be anything.
    const bool isLoose = typeName.contains("object"_L1, Qt::CaseInsensitive) && !jsonProblem(stored).isEmpty();
    return isLoose ? SettingReading{typed} : SettingReading{typed, jsonProblem(typed)};
}

SettingReading readLine(const SettingType &type, const QString &typed, const QString &stored, const QLocale &locale)
{
    switch (type.kind) {
    case Kind::Boolean:
        return readBoolean(typed, stored, locale);
    case Kind::Integer:
        return readInteger(type, typed, locale);
    case Kind::Single:
    case Kind::Real:
    case Kind::Decimal:
        return readReal(type.kind, typed, locale);
    case Kind::Guid:
        return readGuid(typed);
    case Kind::Colour:
        return readColour(typed);
    case Kind::Url:
        return readUrl(typed, stored);
    default:
        return readMoment(type.kind, typed, stored, locale);
    }
}

} // namespace

SettingReading readSetting(const QString &typeName, const QString &typed, const QString &stored, const QLocale &locale)
{
    const SettingType type = settingType(typeName);
    const QString trimmed = typed.trimmed();
    if (typed == stored || type.kind == Kind::Text)
        return {typed};
    if (trimmed.isEmpty())
        return {QString()};
    if (type.kind == Kind::Json)
        return readJson(typeName, typed, stored);
    if (trimmed.contains(u'\n'))
        return SettingReading::refused(SettingText::severalLines());
    if (trimmed.size() > LongestValue && type.kind != Kind::Url)
        return SettingReading{typed, SettingText::tooLong(LongestValue)};
    SettingReading reading = readLine(type, trimmed, stored, locale);
    if (!reading.ok())
        reading.text = typed;
    return reading;
}

bool isUsualSetting(const QString &typeName, const QString &stored)
{
    const SettingType type = settingType(typeName);
    if (stored.isEmpty() || type.kind == Kind::Text)
        return true;
    if (type.kind == Kind::Json)
        return readJson(typeName, stored, stored).ok();
    const SettingReading reading = readLine(type, stored, stored, QLocale::c());
    const bool isNumber =
        !type.least.isEmpty() || type.kind == Kind::Single || type.kind == Kind::Real || type.kind == Kind::Decimal;
    return reading.ok() && (!isNumber || reading.text == stored);
}

} // namespace lanyard
