#include "core/document/servicemoment.h"

#include "core/base/utc.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using MomentKind = ServiceMoment::Kind;

constexpr int SecondsADay = 24 * 3600;

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
        if (seconds >= never && seconds < never + SecondsADay)
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

std::optional<ServiceMoment> ofTimestamp(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A(\\d{4})(-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
        "(?:\\s*(?:[Zz]|UTC|([+-])(\\d{2})(?::?(\\d{2}))?))?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.capturedView(1).toInt();
    if (year <= 1 || year == 9999)
        return ServiceMoment{};
    const int hours = match.capturedView(5).toInt();
    const int minutes = match.capturedView(6).toInt();
    const auto local = parseTimestamp(match.captured(1) + match.captured(2) + u'T' + match.captured(3));
    if (!local || hours > 14 || minutes > 59)
        return std::nullopt;
    const int offset = (hours * 60 + minutes) * (match.capturedView(4) == u'-' ? -60 : 60);
    return ServiceMoment{MomentKind::Moment, local->addSecs(-offset)};
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
    if (!moment)
        moment = ServiceMoment{MomentKind::Unreadable};
    moment->text = jsonSource(value);
    return *moment;
}

} // namespace lanyard
