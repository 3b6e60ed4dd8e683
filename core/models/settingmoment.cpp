#include "core/models/settingmoment.h"

#include "core/document/clockwords.h"
#include "core/document/datebeforetime.h"
#include "core/document/dates.h"
#include "core/document/localmoment.h"
#include "core/document/typeddate.h"
#include "core/models/settingduration.h"

#include <optional>
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Kind = SettingKind;

constexpr DateReading notAtAll{{}, DateReading::Fault::NotADate};

class MomentText
{
    Q_DECLARE_TR_FUNCTIONS(MomentText)

public:
    // In the user's form, in which a time zone need not be written.
    explicit MomentText(bool hasTime)
        : m_example{QDate(2024, 8, 26), DateExample::Form::Local,
                    hasTime ? u' ' + displayTime(QTime(7, 0), {}) : QString()},
          m_hasTime(hasTime)
    {
    }

    [[nodiscard]] QString notADate(const DateReading &reading) const
    {
        const bool hasTwoTimes = m_hasTime && reading.fault == DateReading::Fault::HasATime;
        return dateProblem(hasTwoTimes ? notAtAll : reading, m_example);
    }
    [[nodiscard]] QString noTime() const
    {
        return tr("The time is missing. Write it too, like %1.").arg(m_example.text());
    }
    [[nodiscard]] QString noDate() const
    {
        return tr("The date is missing. Write it too, like %1.").arg(m_example.text());
    }
    [[nodiscard]] QString badTime() const
    {
        return tr("This is not a valid time of day. Write date and time like %1.").arg(m_example.text());
    }
    static QString noZone()
    {
        return tr("The time zone is missing. Write it too, like 2024-08-26T07:00:00+02:00, or Z for UTC.");
    }
    static QString skipped(const QString &time)
    {
        return tr("Clocks skip %1 on that day, when they are put forward. Write another time.").arg(time);
    }
    static QString twice(const QString &time)
    {
        return tr("Clocks show %1 twice on that day, when they are put back. Write the time zone too, like +02:00.")
            .arg(time);
    }
    static QString badZone() { return tr("The time zone is not understood. Write it like +02:00, or Z for UTC."); }
    static QString farZone()
    {
        return tr("No time zone is that far from UTC. Write one from -14:00 to +14:00, or Z for UTC.");
    }
    static QString notATime() { return tr("This is not a time of day. Write it like 07:30:00."); }
    static QString hasAZone()
    {
        return tr("Only a time of day is kept here, without a time zone. Write it like 07:30:00.");
    }

private:
    DateExample m_example;
    bool m_hasTime;
};

// CET, +2, Europe/Berlin
bool isLikeAZone(const QString &text)
{
    static const QRegularExpression pattern(u"\\A(?:[A-Za-z]{1,5}(?: ?[+-].*)?|[+\u2212-].*|[A-Za-z_]+/\\S+)\\z"_s);
    return pattern.match(text).hasMatch();
}

// What is wrong with a text that has a colon but no valid time.
QString problemOfTime(const QString &text, const QLocale &locale, const MomentText &says)
{
    static const QRegularExpression clock(
        u"(?:\\A|[Tt\\s,]+)(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?(?!\\d)\\s*(.*)\\z"_s);
    const QRegularExpressionMatch match = clock.match(text);
    if (!match.hasMatch())
        return says.notADate(notAtAll);
    if (const DateReading date = readDate(text.left(match.capturedStart()), locale); !date.ok())
        return says.notADate(date);
    const QString tail = match.captured(4);
    const bool isZone = isLikeAZone(tail) && !isHalfOfDay(tail, locale);
    const bool isTime =
        QTime(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt()).isValid();
    return isTime && isZone ? MomentText::badZone() : says.badTime();
}

SettingReading readDay(const QString &typed, const QString &stored, const QLocale &locale)
{
    const DateReading reading = withUsualYear(readDateAlone(typed, locale), typed, locale);
    if (!reading.ok())
        return SettingReading::refused(MomentText(false).notADate(reading));
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
    return {text};
}

// What local clocks show, where the service keeps a moment: it is shown in local time there.
SettingReading inLocalTime(QDate date, const ZonedTime &time, const QString &stored, const MomentText &says)
{
    const QList<QDateTime> moments = momentsAt(date, time.time);
    const QString shown = displayTime(time.time, time.fraction);
    if (moments.isEmpty())
        return SettingReading::refused(MomentText::skipped(shown));
    if (moments.size() > 1)
        return SettingReading::refused(MomentText::twice(shown));
    const QString text = writeMoment(moments.front(), time.fraction, stored);
    return parseTimestamp(text) ? SettingReading{text} : SettingReading::refused(says.notADate(notAtAll));
}

SettingReading write(QDate date, const ZonedTime &time, const QString &stored, bool needsZone, const MomentText &says)
{
    if (!isPlausibleZone(time.zone))
        return SettingReading::refused(MomentText::farZone());
    const SettingReading written =
        needsZone && time.zone.isEmpty()
            ? inLocalTime(date, time, stored, says)
            : SettingReading{writeDateTime(date, time.time, time.fraction, time.zone, stored)};
    const bool isSame =
        isSameMoment(written.text, stored) && zoneOf(stored).isEmpty() == zoneOf(written.text).isEmpty();
    return written.ok() && isSame ? SettingReading{stored} : written;
}

// A date alone has a time only where one at midnight is shown.
bool showsMidnight(const QString &stored)
{
    const auto shown = shownMoment(stored);
    return isAtMidnight(stored) && (!shown || shown->time == QTime(0, 0));
}

SettingReading readDateTime(Kind kind, const QString &typed, const QString &stored, const QLocale &locale)
{
    const bool needsZone = !zoneOf(stored).isEmpty() || (kind == Kind::DateTimeOffset && !parseTimestamp(stored));
    const MomentText says(true);
    QString text = withTimeLast(withAsciiDigits(typed), locale);
    if (parseTimestamp(text) && text.contains(u'T'))
        return readTimestamp(text, needsZone);
    // 12.03.24 is a date without a century, not a time.
    const DateReading whole = readDate(text, locale);
    const bool isDate = !text.contains(u':') && whole.fault != DateReading::Fault::NotADate;
    const auto time = isDate ? std::nullopt : takeTime(text, locale);
    if (!time && text.contains(u':'))
        return SettingReading::refused(problemOfTime(text, locale, says));
    if (text.isEmpty())
        return SettingReading::refused(says.noDate());
    const DateReading before = time ? readDateBefore(*time, text, locale) : readDate(text, locale);
    const DateReading date = withUsualYear(before, typed, locale);
    if (!date.ok())
        return SettingReading::refused(says.notADate(date));
    if (time)
        return write(date.date, *time, stored, needsZone, says);
    if (!showsMidnight(stored))
        return SettingReading::refused(says.noTime());
    return parseTimestamp(stored) ? write(date.date, {QTime(0, 0), {}, {}}, stored, needsZone, says)
                                  : SettingReading{writeCalendarDate(date.date, stored)};
}

SettingReading readTime(const QString &typed, const QLocale &locale)
{
    QString text = withTimeLast(withAsciiDigits(typed), locale);
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
        return readDay(typed, stored, locale);
    case Kind::Time:
        return readTime(typed, locale);
    case Kind::TimeSpan:
        return readDuration(typed, stored);
    default:
        return readDateTime(kind, typed, stored, locale);
    }
}

} // namespace lanyard
