#include "core/models/settingmoment.h"

#include "core/account/datereader.h"
#include "core/account/dates.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTime>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Kind = SettingKind;

class MomentText
{
    Q_DECLARE_TR_FUNCTIONS(MomentText)

public:
    static QString notADate(DateReading::Fault fault, bool hasTime, bool needsZone = false)
    {
        const QString example = !hasTime    ? u"2024-08-26"_s
                                : needsZone ? u"2024-08-26T07:00:00+02:00"_s
                                            : u"2024-08-26T07:00:00"_s;
        switch (fault) {
        case DateReading::Fault::NoFullYear:
            return tr("Write the year with four digits, like %1.").arg(example);
        case DateReading::Fault::Incomplete:
            return tr("Day, month or year is missing. Write the date like %1.").arg(example);
        case DateReading::Fault::Ambiguous:
            return tr("This date can be read in two ways. Write it like %1.").arg(example);
        default:
            return hasTime ? tr("This is not a date and time. Write it like %1.").arg(example)
                           : tr("This is not a date. Write it like %1.").arg(example);
        }
    }
    static QString noTime(bool needsZone)
    {
        return needsZone ? tr("The time is missing. Write it too, like 2024-08-26T07:00:00+02:00.")
                         : tr("The time is missing. Write it too, like 2024-08-26T07:00:00.");
    }
    static QString noZone()
    {
        return tr("The time zone is missing. Write it too, like 2024-08-26T07:00:00+02:00, or Z for UTC.");
    }
    static QString notATime() { return tr("This is not a time of day. Write it like 07:30:00."); }
    static QString notADuration()
    {
        return tr("This is not a duration. Write days, hours, minutes and seconds like 1.02:30:00, or 02:30:00.");
    }
};

QString withAsciiDigits(const QString &text)
{
    QString out;
    for (const QChar c : text)
        out += c.digitValue() >= 0 && c.category() == QChar::Number_DecimalDigit ? QChar(u'0' + c.digitValue()) : c;
    return out;
}

// In another calendar (Buddhist, Persian) the same numbers name another year. In ISO there is only one.
bool isPlausible(QDate date, const QString &typed)
{
    static const QRegularExpression iso(u"\\A\\s*\\d{4}-\\d{2}-\\d{2}"_s);
    return (date.year() >= 1850 && date.year() <= 2200) || iso.match(withAsciiDigits(typed)).hasMatch();
}

// RFC 3339 knows no limit, but no clock on earth is further from UTC.
bool hasPlausibleZone(const QString &text)
{
    static const QRegularExpression zone(u"[+-](\\d{2}):?(\\d{2})\\z"_s);
    const QRegularExpressionMatch match = zone.match(text);
    return !match.hasMatch() || text.size() <= 10 ||
           (match.capturedView(1).toInt() <= 14 && match.capturedView(2).toInt() < 60);
}

struct ZonedTime
{
    QTime time;
    QString fraction; // with its point
    QString zone;
};

// At the end of a text, or all of it: 7:30, 07:30:00.5, 7.30 pm, 07:30+02:00.
std::optional<ZonedTime> takeTime(QString &text, const QLocale &locale)
{
    static const QRegularExpression pattern(
        u"(?:\\A|[Tt\\s,]+)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(\\.\\d{1,9})?)?\\s*(\\D{0,12}?)?\\s*"
        "(Z|z|[+-]\\d{2}:?\\d{2})?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.capturedView(1).toInt();
    const QString half = match.captured(5).remove(u'.').remove(u' ').toLower();
    const auto isHalf = [&half](const QString &name, QLatin1StringView english) {
        return half == english || half == QString(name).remove(u'.').remove(u' ').toLower();
    };
    if (!half.isEmpty()) {
        const bool isPm = isHalf(locale.pmText(), "pm"_L1);
        if ((!isPm && !isHalf(locale.amText(), "am"_L1)) || hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (isPm ? 12 : 0);
    }
    const QTime time(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt());
    if (!time.isValid())
        return std::nullopt;
    ZonedTime taken{time, match.captured(4), match.captured(6)};
    if (taken.zone.size() == 5) // +0200
        taken.zone.insert(3, u':');
    text = text.left(match.capturedStart()).trimmed();
    return taken;
}

bool hasZone(const QString &text)
{
    static const QRegularExpression pattern(u"(Z|z|[+-]\\d{2}:?\\d{2})\\z"_s);
    return parseTimestamp(text) && pattern.match(text).hasMatch();
}

bool isMidnight(const QString &stored)
{
    static const QRegularExpression pattern(u"\\A[\\d-]{10}([T ]00:00(:00(\\.0+)?)?(Z|z|[+-]\\d{2}:?\\d{2})?)?\\z"_s);
    return pattern.match(stored.trimmed()).hasMatch();
}

SettingReading readDateAlone(const QString &typed, const QString &stored, const QLocale &locale)
{
    const DateReading reading = readDate(typed, locale);
    if (!reading.ok())
        return SettingReading::refused(MomentText::notADate(reading.fault, false));
    if (!isPlausible(reading.date, typed))
        return SettingReading::refused(MomentText::notADate(DateReading::Fault::Ambiguous, false));
    return {parseCalendarDate(stored) ? writeCalendarDate(reading.date, stored) : reading.date.toString(Qt::ISODate)};
}

SettingReading readDateTime(Kind kind, const QString &typed, const QString &stored, const QLocale &locale)
{
    const bool needsZone = hasZone(stored) || (kind == Kind::DateTimeOffset && !parseTimestamp(stored));
    QString text = withAsciiDigits(typed);
    if (!hasPlausibleZone(text))
        return SettingReading::refused(MomentText::notADate({}, true, needsZone));
    if (parseTimestamp(text)) // ISO already
        return needsZone && !hasZone(text) ? SettingReading::refused(MomentText::noZone())
                                           : SettingReading{text.replace(u' ', u'T')};
    const auto time = takeTime(text, locale);
    const DateReading date = readDate(text, locale);
    if (!date.ok())
        return SettingReading::refused(MomentText::notADate(date.fault, true, needsZone));
    if (!isPlausible(date.date, typed))
        return SettingReading::refused(MomentText::notADate(DateReading::Fault::Ambiguous, true, needsZone));
    if (!time && isMidnight(stored))
        return {writeCalendarDate(date.date, stored)};
    if (!time)
        return SettingReading::refused(MomentText::noTime(needsZone));
    if (needsZone && time->zone.isEmpty())
        return SettingReading::refused(MomentText::noZone());
    return {date.date.toString(Qt::ISODate) + u'T' + time->time.toString(u"HH:mm:ss"_s) + time->fraction + time->zone};
}

SettingReading readTime(const QString &typed, const QLocale &locale)
{
    QString text = withAsciiDigits(typed);
    const auto time = takeTime(text, locale);
    if (!time || !text.isEmpty() || !time->zone.isEmpty())
        return SettingReading::refused(MomentText::notATime());
    return {time->time.toString(u"HH:mm:ss"_s) + time->fraction};
}

SettingReading readTimeSpan(const QString &typed, const QString &stored)
{
    static const QRegularExpression span(
        u"\\A-?(?:\\d{1,8}\\.)?(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,7})?)?\\z"_s);
    static const QRegularExpression iso(u"\\A-?P(?=[\\dT])(?:\\d+[YMWD])*(?:T(?=\\d)(?:\\d+(?:\\.\\d+)?[HMS])+)?\\z"_s);
    const QString text = withAsciiDigits(typed).replace(QChar(0x2212), u'-');
    const bool isSpan = span.match(text).hasMatch() || (stored.contains(u'P') && iso.match(text).hasMatch());
    return isSpan ? SettingReading{text} : SettingReading::refused(MomentText::notADuration());
}

} // namespace

SettingReading readMoment(SettingKind kind, const QString &typed, const QString &stored, const QLocale &locale)
{
    switch (kind) {
    case Kind::Date:
        return readDateAlone(typed, stored, locale);
    case Kind::Time:
        return readTime(typed, locale);
    case Kind::TimeSpan:
        return readTimeSpan(typed, stored);
    default:
        return readDateTime(kind, typed, stored, locale);
    }
}

} // namespace lanyard
