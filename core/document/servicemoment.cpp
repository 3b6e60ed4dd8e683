#include "core/document/servicemoment.h"

#include "core/base/utc.h"
#include "core/document/jsontext.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using MomentKind = ServiceMoment::Kind;

QDateTime atMidnight(QDate date)
{
    return utcMoment(date, QTime(0, 0));
}

// The years of .NET's minimum and maximum dates, in any notation.
ServiceMoment ofMoment(const QDateTime &moment)
{
    const int year = moment.date().year();
    if (year <= 1 || year >= 9999)
        return {};
    return {MomentKind::Moment, moment};
}

// Only what is a present-day date in one of the two units: a key number or 20240101 is not.
std::optional<ServiceMoment> ofNumber(double number)
{
    static const double from = static_cast<double>(atMidnight({2000, 1, 1}).toSecsSinceEpoch());
    static const double to = static_cast<double>(atMidnight({2100, 1, 1}).toSecsSinceEpoch());
    static const double never = static_cast<double>(atMidnight({9999, 12, 31}).toSecsSinceEpoch());
    for (const double unit : {1.0, 1000.0}) {
        const double seconds = number / unit;
        if (seconds >= from && seconds < to)
            return ofMoment(utcMoment(static_cast<qint64>(seconds * 1000)));
        if (seconds >= never && seconds < never + DaySeconds)
            return ServiceMoment{};
    }
    return std::nullopt;
}

// Written by .NET's older serialisers; the offset only says where it was written.
std::optional<ServiceMoment> ofDotNet(const QString &text)
{
    static const QRegularExpression pattern(u"\\A\\\\?/Date\\((-?\\d{1,15})(?:[+-]\\d{4})?\\)\\\\?/\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return ofMoment(utcMoment(match.captured(1).toLongLong()));
}

// Reads a text from its beginning, part by part: a regular expression takes ten times as long, and a list may have many
// thousand dates. What is not as expected stays.
class Parts
{
public:
    explicit Parts(QStringView text) : m_rest(text) {}

    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }
    // The letter that comes next, if it is one of @p letters; else NUL.
    QChar take(QStringView letters)
    {
        if (m_rest.isEmpty() || !letters.contains(m_rest.front()))
            return {};
        const QChar letter = m_rest.front();
        m_rest = m_rest.sliced(1);
        return letter;
    }
    bool takeWord(QStringView word)
    {
        const bool isNext = m_rest.startsWith(word);
        if (isNext)
            m_rest = m_rest.sliced(word.size());
        return isNext;
    }
    void skipSpace()
    {
        while (!take(u" \t\n\v\f\r").isNull()) {
        }
    }
    // As many ASCII digits, or -1.
    int number(qsizetype digits)
    {
        if (m_rest.size() < digits)
            return -1;
        int number = 0;
        for (const QChar c : m_rest.first(digits)) {
            if (c < u'0' || c > u'9')
                return -1;
            number = number * 10 + (c.unicode() - u'0');
        }
        m_rest = m_rest.sliced(digits);
        return number;
    }
    // Up to nine digits behind the point, as milliseconds; -1 if there are none, or more.
    int fraction()
    {
        const qsizetype count = digitsNext();
        if (count == 0 || count > 9)
            return -1;
        const QStringView rest = std::exchange(m_rest, m_rest.sliced(count));
        const int milliseconds = Parts(rest).number(qMin<qsizetype>(count, 3));
        return milliseconds * (count == 1 ? 100 : count == 2 ? 10 : 1);
    }

private:
    [[nodiscard]] qsizetype digitsNext() const
    {
        const auto end = std::find_if(m_rest.begin(), m_rest.end(), [](QChar c) { return c < u'0' || c > u'9'; });
        return end - m_rest.begin();
    }

    QStringView m_rest;
};

struct Clock
{
    int hour = -1;
    int minute = -1;
    int second = 0;
    int millisecond = 0;
    [[nodiscard]] bool isRead() const { return hour >= 0 && minute >= 0 && second >= 0 && millisecond >= 0; }
};

// `hh:mm`, `hh:mm:ss` or with a fraction.
Clock readClock(Parts &parts)
{
    Clock clock{parts.number(2)};
    clock.minute = parts.take(u":").isNull() ? -1 : parts.number(2);
    if (!parts.take(u":").isNull())
        clock.second = parts.number(2);
    else
        return clock;
    if (!parts.take(u".").isNull())
        clock.millisecond = parts.fraction();
    return clock;
}

// In seconds: `Z`, `UTC`, `+02:00`, `+0200`, `+02` or nothing; nullopt for anything else.
std::optional<int> readOffset(Parts &parts)
{
    if (parts.isAtEnd())
        return 0;
    parts.skipSpace();
    if (!parts.take(u"Zz").isNull() || parts.takeWord(u"UTC"))
        return parts.isAtEnd() ? std::optional(0) : std::nullopt;
    const QChar sign = parts.take(u"+-");
    const int hours = sign.isNull() ? -1 : parts.number(2);
    const bool isWhole = hours >= 0 && parts.isAtEnd();
    if (!isWhole)
        parts.take(u":");
    const int minutes = isWhole ? 0 : parts.number(2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !parts.isAtEnd())
        return std::nullopt;
    return (hours * 60 + minutes) * (sign == u'-' ? -60 : 60);
}

std::optional<ServiceMoment> ofTimestamp(const QString &text)
{
    Parts parts(text);
    const int year = parts.number(4);
    const int month = parts.take(u"-").isNull() ? -1 : parts.number(2);
    const int day = parts.take(u"-").isNull() ? -1 : parts.number(2);
    if (year < 0 || month < 0 || day < 0 || parts.take(u"Tt ").isNull())
        return std::nullopt;
    const Clock clock = readClock(parts);
    const auto offset = readOffset(parts);
    if (!clock.isRead() || !offset)
        return std::nullopt;
    if (year <= 1 || year == 9999)
        return ServiceMoment{};
    const QDate date(year, month, day);
    const QTime time(clock.hour, clock.minute, clock.second, clock.millisecond);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return ServiceMoment{MomentKind::Moment, utcMoment(date, time).addSecs(-*offset)};
}

std::optional<ServiceMoment> ofDateAlone(const QString &text)
{
    if (text.size() != 10)
        return std::nullopt;
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        return std::nullopt;
    if (date.year() <= 1 || date.year() == 9999)
        return ServiceMoment{};
    return ServiceMoment{MomentKind::DateAlone, atMidnight(date)};
}

// `Wed, 01 May 2024 12:00:00 GMT`, as in HTTP.
std::optional<ServiceMoment> ofHttpDate(QString text)
{
    if (text.isEmpty() || !text.at(0).isLetter())
        return std::nullopt;
    if (text.endsWith(" GMT"_L1) || text.endsWith(" UTC"_L1))
        text.replace(text.size() - 3, 3, u"+0000"_s);
    const QDateTime moment = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!moment.isValid())
        return std::nullopt;
    return ofMoment(moment.toUTC());
}

std::optional<ServiceMoment> ofText(const QString &text)
{
    constexpr qsizetype longest = 100; // a service may send megabytes where a date belongs
    if (text.size() > longest)
        return std::nullopt;
    if (text.isEmpty() || text.compare("never"_L1, Qt::CaseInsensitive) == 0)
        return ServiceMoment{};
    for (const auto read : {ofTimestamp, ofDateAlone, ofDotNet}) {
        if (auto moment = read(text))
            return moment;
    }
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? ofNumber(static_cast<double>(number)) : ofHttpDate(text);
}

} // namespace

ServiceMoment readServiceMoment(const QJsonValue &value)
{
    if (isJsonNothing(value))
        return {};
    std::optional<ServiceMoment> moment;
    if (value.isString())
        moment = ofText(value.toString().trimmed());
    else if (value.isDouble())
        moment = ofNumber(value.toDouble());
    return moment ? *moment : ServiceMoment{MomentKind::Unreadable, {}, jsonSource(value)};
}

} // namespace lanyard
