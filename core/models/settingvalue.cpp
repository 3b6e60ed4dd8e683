#include "core/models/settingvalue.h"

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/document/notation.h"
#include "core/document/numbertext.h"
#include "core/document/setting.h"
#include "core/models/settingjson.h"
#include "core/models/settingmoment.h"
#include "core/models/settingnumber.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <array>

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
    static QString notBoolean() { return tr("This is neither true nor false. Write one of the two."); }
    static QString notAGuid()
    {
        return tr("This is not an identifier. Write 32 digits 0–9 and a–f, like "
                  "6f9619ff-8b86-d011-b42d-00c04fc964ff.");
    }
    static QString notAColour()
    {
        return tr("This is not a colour. Write it like #36C or #3366CC, or the name of one.");
    }
    static QString colourInTwoWays()
    {
        return tr(
            "A colour of eight digits can be read in two ways: the opacity first, or last. Write it with six, like "
            "#3366CC.");
    }
    static QString noScheme() { return tr("The address is incomplete. Write it with https:// in front."); }
    static QString otherScheme(const QString &scheme)
    {
        return tr("An address that begins with %1: is not accepted here. Write one with https:// or http://.")
            .arg(scheme.left(40));
    }
    static QString notAnAddress() { return tr("This is not a web address. Write it like https://example.com/page."); }
    static QString tooLong(qsizetype most)
    {
        return tr("This is too long for a value of this type. Write at most %1 characters.")
            .arg(QLocale().toString(most));
    }
    static QString empty(const QString &type)
    {
        return tr("An empty value does not fit this type (%1). Write a value, or undo the change.").arg(type);
    }
    static QString severalLines() { return tr("Write this value in one line."); }
    static QString severalLinesOfASecret() { return tr("A secret is a single line. Write it without line breaks."); }
    static QString notOfType(const QString &type)
    {
        return tr("This does not fit the type %1.").arg(quoted(type, 100));
    }
};

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
    return guidDigits(typed) ? SettingReading{typed} : SettingReading::refused(SettingText::notAGuid());
}

// Where eight digits are stored, the user sees in which order.
SettingReading readColour(const QString &typed, const QString &stored)
{
    if (!argbOfColour(typed))
        return SettingReading::refused(SettingText::notAColour());
    return hasEightDigits(typed) && !hasEightDigits(stored) ? SettingReading::refused(SettingText::colourInTwoWays())
                                                            : SettingReading{typed};
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
        return readColour(typed, stored);
    case Kind::Url:
        return readUrl(typed, stored);
    default:
        return readMoment(type.kind, typed, stored, locale);
    }
}

// What is shown (see localValue()), also where it could be read in two ways.
bool isShown(const QString &typeName, const QString &typed, const QString &stored, const QLocale &locale)
{
    return settingType(typeName).isNumber() && typed == localNumber(stored, locale) && isUsualSetting(typeName, stored);
}

SettingReading readNothing(const QString &typeName, const QString &typed, const QString &stored)
{
    const SettingType type = settingType(typeName);
    const bool fits = type.isNullable || stored.trimmed().isEmpty() ||
                      (type.kind == Kind::Json && readJson(typeName, {}, stored).ok());
    return fits ? SettingReading{QString()} : SettingReading{typed, SettingText::empty(settingTypeLabel(typeName))};
}

} // namespace

SettingReading readSetting(const QString &typeName, const QString &typed, const QString &stored, const QLocale &locale)
{
    const SettingType type = settingType(typeName);
    // A line that was copied from a document, a mail or a table has marks around it.
    const QString trimmed = type.kind == Kind::Json ? typed.trimmed() : unwrapped(typed);
    if (typed == stored || type.kind == Kind::Text)
        return {typed};
    if (trimmed.isEmpty())
        return readNothing(typeName, typed, stored);
    if (type.kind == Kind::Json)
        return readJson(typeName, typed, stored);
    if (isShown(typeName, trimmed, stored, locale))
        return {stored};
    if (trimmed.contains(u'\n'))
        return SettingReading::refused(SettingText::severalLines());
    if (trimmed.size() > LongestValue && type.kind != Kind::Url)
        return SettingReading{typed, SettingText::tooLong(LongestValue)};
    SettingReading reading = readLine(type, type.kind == Kind::Url ? trimmed : halfWidth(trimmed), stored, locale);
    if (!reading.ok())
        reading.text = typed;
    return reading;
}

SettingReading readSetting(const Setting &setting, const QString &typed)
{
    const SettingType type = settingType(setting.typeName());
    const QString plain = type.isNumber() ? withoutUnit(typed, setting.unit(), type) : typed;
    SettingReading reading = readSetting(setting.typeName(), plain, setting.value());
    if (!reading.ok())
        reading.text = typed;
    if (setting.looksSecret() && typed.contains(u'\n'))
        reading.problem = SettingText::severalLinesOfASecret();
    else if (setting.looksSecret() && !reading.ok())
        reading.problem = SettingText::notOfType(setting.typeName());
    return reading;
}

bool isUsualSetting(const QString &typeName, const QString &stored)
{
    const SettingType type = settingType(typeName);
    if (stored.isEmpty() || type.kind == Kind::Text)
        return true;
    if (type.kind == Kind::Json)
        return readJson(typeName, stored, stored).ok();
    if (stored.size() > LongestValue && type.kind != Kind::Url)
        return false;
    const SettingReading reading = readLine(type, stored, stored, QLocale::c());
    return reading.ok() && (!type.isNumber() || reading.text == stored);
}

} // namespace lanyard
