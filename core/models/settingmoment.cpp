#include "core/models/settingmoment.h"

#include "core/document/calendars.h"
#include "core/document/clocktext.h"
#include "core/document/datereader.h"
#include "core/document/dates.h"
#include "core/models/settingduration.h"

#include <optional>
#include <QCoreApplication>
#include <QRegularExpression>

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
        case DateReading::Fault::OtherCalendar:
            return tr("This is a date of another calendar. Write the Gregorian one, like %1.").arg(example());
        case DateReading::Fault::OtherWeekday:
            return tr("The day of the week is not this date's. Correct one of the two, or write only the date.");
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
        return tr("This is not a valid time of day. Write date and time like %1.").arg(example());
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

private:
    [[nodiscard]] QString example() const
    {
        return !m_hasTime ? u"2024-08-26"_s : m_needsZone ? u"2024-08-26T07:00:00+02:00"_s : u"2024-08-26T07:00:00"_s;
    }

    bool m_hasTime;
    bool m_needsZone;
};

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
    const bool isHalf = isHalfOfDay(tail, locale);
    const bool isTime =
        QTime(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt()).isValid();
    return isTime && !tail.isEmpty() && !isHalf ? MomentText::badZone() : says.badTime();
}

bool isMidnight(const QString &stored)
{
    static const QRegularExpression pattern(u"\\A[\\d-]{10}([T ]00:00(:00(\\.0+)?)?(Z|z|[+-]\\d{2}:?\\d{2})?)?\\z"_s);
    return pattern.match(stored.trimmed()).hasMatch();
}

SettingReading readDateAlone(const QString &typed, const QString &stored, const QLocale &locale)
{
    const MomentText says(false);
    QString day = withTimeLast(withAsciiDigits(typed));
    const auto time = takeTime(day, locale);
    const bool hasOnlyDate = isMidnight(typed) || (time && isMidnight(*time));
    if (time && readDate(day, locale).ok() && !hasOnlyDate)
        return SettingReading::refused(MomentText::hasATime());
    const DateReading reading = readDate(typed, locale);
    if (!reading.ok() || (typed.contains(u':') && !hasOnlyDate))
        return SettingReading::refused(says.notADate(reading.fault));
    if (isUnusualYear(reading.date, typed, locale))
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
    QString text = withTimeLast(withAsciiDigits(typed));
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
    if (isUnusualYear(date.date, typed, locale))
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

} // namespace

SettingReading readMoment(SettingKind kind, const QString &typed, const QString &stored, const QLocale &locale)
{
    switch (kind) {
    case Kind::Date:
        return readDateAlone(typed, stored, locale);
    case Kind::Time:
        return readTime(typed, locale);
    case Kind::TimeSpan:
        return readDuration(typed, stored);
    default:
        return readDateTime(kind, typed, stored, locale);
    }
}

} // namespace lanyard
