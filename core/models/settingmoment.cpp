#include "core/models/settingmoment.h"

#include "core/document/datereader.h"
#include "core/document/dates.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTime>

#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Kind = SettingKind;

class MomentText
{
    Q_DECLARE_TR_FUNCTIONS(MomentText)

public:
    explicit MomentText(bool hasTime, bool needsZone = false) : m_hasTime(hasTime), m_needsZone(needsZone) {}

    [[nodiscard]] QString notADate(DateReading::Fault fault) const
    {
        switch (fault) {
        case DateReading::Fault::NoFullYear:
            return tr("Write the year with four digits, like %1.").arg(example());
        case DateReading::Fault::Incomplete:
            return tr("Day, month or year is missing. Write the date like %1.").arg(example());
        case DateReading::Fault::Ambiguous:
            return tr("This date can be read in two ways. Write it like %1.").arg(example());
        default:
            return m_hasTime ? tr("This is not a date and time. Write it like %1.").arg(example())
                             : tr("This is not a date. Write it like %1.").arg(example());
        }
    }
    [[nodiscard]] QString unusualYear(QDate date) const
    {
        const QString meant = date.toString(Qt::ISODate) + example().mid(10);
        return tr("The year %1 is unusual, and calendars differ. If you mean it, write the date like %2.")
            .arg(QString::number(date.year()), meant);
    }
    [[nodiscard]] QString noTime() const { return tr("The time is missing. Write it too, like %1.").arg(example()); }
    [[nodiscard]] QString noDate() const { return tr("The date is missing. Write it too, like %1.").arg(example()); }
    [[nodiscard]] QString badTime() const
    {
        return tr("The time of day is not one. Write date and time like %1.").arg(example());
    }
    static QString noZone()
    {
        return tr("The time zone is missing. Write it too, like 2024-08-26T07:00:00+02:00, or Z for UTC.");
    }
    static QString badZone() { return tr("The time zone is not understood. Write it like +02:00, or Z for UTC."); }
    static QString farZone()
    {
        return tr("No time zone is that far from UTC. Write one from -14:00 to +14:00, or Z for UTC.");
    }
    static QString hasATime() { return tr("Only a date is kept here, without a time. Write it like 2024-08-26."); }
    static QString notATime() { return tr("This is not a time of day. Write it like 07:30:00."); }
    static QString hasAZone()
    {
        return tr("Only a time of day is kept here, without a time zone. Write it like 07:30:00.");
    }
    static QString notADuration()
    {
        return tr("This is not a duration. Write days, hours, minutes and seconds like 1.02:30:00, or 02:30:00.");
    }
    static QString notPartsOfADuration()
    {
        return tr("In a duration, hours go up to 23, minutes and seconds to 59. Write days in front, like 1.02:30:00.");
    }
    static QString tooLong()
    {
        return tr("This duration is too long. The longest is 10675199.02:48:05.4775807, in days, hours, minutes and "
                  "seconds.");
    }

private:
    [[nodiscard]] QString example() const
    {
        return !m_hasTime ? u"2024-08-26"_s : m_needsZone ? u"2024-08-26T07:00:00+02:00"_s : u"2024-08-26T07:00:00"_s;
    }

    bool m_hasTime;
    bool m_needsZone;
};

QString withAsciiDigits(const QString &text)
{
    QString out;
    for (const QChar c : text)
        out += c.digitValue() >= 0 && c.category() == QChar::Number_DecimalDigit ? QChar(u'0' + c.digitValue()) : c;
    return out;
}

// In another calendar (Buddhist, Persian) the same numbers mean another year. ISO has only one calendar.
bool isPlausible(QDate date, const QString &typed)
{
    static const QRegularExpression iso(u"\\A\\s*\\d{4}-\\d{2}-\\d{2}"_s);
    return (date.year() >= 1850 && date.year() <= 2200) || iso.match(withAsciiDigits(typed)).hasMatch();
}

// RFC 3339 sets no limit, but no clock on earth is further from UTC, and .NET accepts nothing beyond it.
bool isPlausibleZone(QStringView zone)
{
    constexpr int most = 14 * 60;
    if (zone.size() < 5)
        return true; // none, or Z
    const int minutes = zone.right(2).toInt();
    return minutes < 60 && zone.mid(1, 2).toInt() * 60 + minutes <= most;
}

struct ZonedTime
{
    QTime time;
    QString fraction; // with its decimal point
    QString zone;
};

bool isHalfOfDay(const QString &half, const QString &name, QLatin1StringView english)
{
    const auto plain = [](QString text) { return text.remove(u'.').remove(QChar(0x202F)).remove(u' ').toLower(); };
    return plain(half) == english || plain(half) == plain(name);
}

// At the end of a text, or all of it: 7:30, 07:30:00.5, 7.30 pm, 07:30+02:00, 07:30 UTC.
std::optional<ZonedTime> takeTime(QString &text, const QLocale &locale)
{
    static const QRegularExpression pattern(
        u"(?:\\A|[Tt\\s,]+)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(\\.\\d{1,9})?)?\\s*(\\D{0,12}?)?\\s*"
        "(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2})?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.capturedView(1).toInt();
    if (const QString half = match.captured(5).trimmed(); !half.isEmpty()) {
        const bool isPm = isHalfOfDay(half, locale.pmText(), "pm"_L1);
        if ((!isPm && !isHalfOfDay(half, locale.amText(), "am"_L1)) || hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (isPm ? 12 : 0);
    }
    const QTime time(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt());
    if (!time.isValid())
        return std::nullopt;
    ZonedTime taken{time, match.captured(4), match.captured(6)};
    if (taken.zone == "UTC"_L1 || taken.zone == "GMT"_L1)
        taken.zone = u"Z"_s;
    if (taken.zone.size() == 5) // +0200
        taken.zone.insert(3, u':');
    text = text.left(match.capturedStart()).trimmed();
    return taken;
}

// What is wrong with a text that has a colon but no valid time.
QString problemOfTime(const QString &text, const QLocale &locale, const MomentText &says)
{
    static const QRegularExpression clock(
        u"(?:\\A|[Tt\\s,]+)(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?(?!\\d)\\s*(.*)\\z"_s);
    const QRegularExpressionMatch match = clock.match(text);
    if (!match.hasMatch())
        return says.notADate(DateReading::Fault::NotADate);
    if (const DateReading date = readDate(text.left(match.capturedStart()), locale); !date.ok())
        return says.notADate(date.fault);
    const QString tail = match.captured(4);
    const bool isHalf = isHalfOfDay(tail, locale.pmText(), "pm"_L1) || isHalfOfDay(tail, locale.amText(), "am"_L1);
    const bool isTime =
        QTime(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt()).isValid();
    return isTime && !tail.isEmpty() && !isHalf ? MomentText::badZone() : says.badTime();
}

QString zoneOf(const QString &text)
{
    static const QRegularExpression pattern(u"(Z|z|[+-]\\d{2}:?\\d{2})\\z"_s);
    return parseTimestamp(text) ? pattern.match(text).captured() : QString();
}

bool isMidnight(const QString &stored)
{
    static const QRegularExpression pattern(u"\\A[\\d-]{10}([T ]00:00(:00(\\.0+)?)?(Z|z|[+-]\\d{2}:?\\d{2})?)?\\z"_s);
    return pattern.match(stored.trimmed()).hasMatch();
}

SettingReading readDateAlone(const QString &typed, const QString &stored, const QLocale &locale)
{
    const MomentText says(false);
    QString day = withAsciiDigits(typed);
    if (const auto time = takeTime(day, locale); time && readDate(day, locale).ok() && !isMidnight(typed))
        return SettingReading::refused(MomentText::hasATime());
    const DateReading reading = readDate(typed, locale);
    if (!reading.ok() || (typed.contains(u':') && !isMidnight(typed)))
        return SettingReading::refused(says.notADate(reading.fault));
    if (!isPlausible(reading.date, typed))
        return SettingReading::refused(says.unusualYear(reading.date));
    return {parseCalendarDate(stored) ? writeCalendarDate(reading.date, stored) : reading.date.toString(Qt::ISODate)};
}

// Already in the service's notation.
SettingReading readTimestamp(QString text, bool needsZone)
{
    const QString zone = zoneOf(text);
    if (needsZone && zone.isEmpty())
        return SettingReading::refused(MomentText::noZone());
    if (!isPlausibleZone(zone))
        return SettingReading::refused(MomentText::farZone());
    if (zone.size() == 5) // +0200
        text.insert(text.size() - 2, u':');
    return {text.replace(u' ', u'T')};
}

SettingReading readDateTime(Kind kind, const QString &typed, const QString &stored, const QLocale &locale)
{
    const bool needsZone = !zoneOf(stored).isEmpty() || (kind == Kind::DateTimeOffset && !parseTimestamp(stored));
    const MomentText says(true, needsZone);
    QString text = withAsciiDigits(typed);
    if (parseTimestamp(text))
        return readTimestamp(text, needsZone);
    // 12.03.24 is a date without a century, not a time.
    const DateReading whole = readDate(text, locale);
    const bool isDate = !text.contains(u':') && whole.fault != DateReading::Fault::NotADate;
    const auto time = isDate ? std::nullopt : takeTime(text, locale);
    if (!time && text.contains(u':'))
        return SettingReading::refused(problemOfTime(text, locale, says));
    if (text.isEmpty())
        return SettingReading::refused(says.noDate());
    const DateReading date = readDate(text, locale);
    if (!date.ok())
        return SettingReading::refused(says.notADate(date.fault));
    if (!isPlausible(date.date, typed))
        return SettingReading::refused(says.unusualYear(date.date));
    if (!time)
        return isMidnight(stored) ? SettingReading{writeCalendarDate(date.date, stored)}
                                  : SettingReading::refused(says.noTime());
    if (needsZone && time->zone.isEmpty())
        return SettingReading::refused(MomentText::noZone());
    if (!isPlausibleZone(time->zone))
        return SettingReading::refused(MomentText::farZone());
    return {date.date.toString(Qt::ISODate) + u'T' + time->time.toString(u"HH:mm:ss"_s) + time->fraction + time->zone};
}

SettingReading readTime(const QString &typed, const QLocale &locale)
{
    QString text = withAsciiDigits(typed);
    const auto time = takeTime(text, locale);
    if (!time || !text.isEmpty())
        return SettingReading::refused(MomentText::notATime());
    if (!time->zone.isEmpty())
        return SettingReading::refused(MomentText::hasAZone());
    return {time->time.toString(u"HH:mm:ss"_s) + time->fraction};
}

// .NET counts in ticks of 100 ns, with 64 bits.
bool fitsTimeSpan(const QRegularExpressionMatch &span)
{
    constexpr quint64 ticksASecond = 10'000'000;
    constexpr quint64 most = std::numeric_limits<qint64>::max();
    constexpr qulonglong mostDays = most / ticksASecond / (24 * 3600);
    bool ok = true;
    const qulonglong days = span.hasCaptured(u"days"_s) ? span.captured(u"days"_s).toULongLong(&ok) : 0;
    if (!ok || days > mostDays)
        return false;
    const auto part = [&span](const QString &name) { return span.captured(name).toULongLong(); };
    const quint64 seconds = ((days * 24 + part(u"h"_s)) * 60 + part(u"m"_s)) * 60 + part(u"s"_s);
    const quint64 ticks = seconds * ticksASecond + span.captured(u"fraction"_s).leftJustified(7, u'0').toULongLong();
    return ticks <= (span.captured().startsWith(u'-') ? most + 1 : most);
}

// As .NET counts: a year has 365 days, a month 30.
bool fitsIsoDuration(const QString &text)
{
    static const QRegularExpression parts(u"(\\d+(?:\\.\\d+)?)([YMWDHST])|T"_s);
    static constexpr double longest = 922'337'203'685.0; // seconds
    constexpr double day = 24 * 3600;
    bool isTime = false;
    double seconds = 0;
    for (auto match = parts.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch part = match.next();
        const QString unit = part.captured(2);
        isTime = isTime || unit.isEmpty();
        const double count = part.captured(1).toDouble();
        seconds += unit == "Y"_L1   ? count * 365 * day
                   : unit == "W"_L1 ? count * 7 * day
                   : unit == "D"_L1 ? count * day
                   : unit == "H"_L1 ? count * 3600
                   : unit == "M"_L1 ? count * (isTime ? 60 : 30 * day)
                                    : count;
    }
    return seconds <= longest;
}

SettingReading readTimeSpan(const QString &typed, const QString &stored)
{
    static const QRegularExpression span(
        u"\\A-?(?:(?<days>\\d+)\\.)?(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d)(?:\\.(?<fraction>\\d{1,7}))?)?\\z"_s);
    static const QRegularExpression parts(u"\\A-?(?:\\d+\\.)?\\d+:\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?\\z"_s);
    static const QRegularExpression iso(u"\\A-?P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?"
                                        "(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?\\z"_s);
    const QString text = withAsciiDigits(typed).replace(QChar(0x2212), u'-');
    if (const QRegularExpressionMatch match = span.match(text); match.hasMatch())
        return fitsTimeSpan(match) ? SettingReading{text} : SettingReading::refused(MomentText::tooLong());
    if (stored.contains(u'P') && iso.match(text).hasMatch())
        return fitsIsoDuration(text) ? SettingReading{text} : SettingReading::refused(MomentText::tooLong());
    return SettingReading::refused(parts.match(text).hasMatch() ? MomentText::notPartsOfADuration()
                                                                : MomentText::notADuration());
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
