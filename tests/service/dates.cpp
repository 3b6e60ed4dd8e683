#include "tests/service/dates.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <chrono>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {
constexpr int offsetSeconds = 2 * 60 * 60; // what DateForm::Offset writes: +02:00
constexpr int nanosecondDigits = 9;
} // namespace

Instant Instant::now()
{
    using namespace std::chrono;
    const auto sinceEpoch = system_clock::now().time_since_epoch();
    const auto whole = floor<std::chrono::seconds>(sinceEpoch);
    return {whole.count(), static_cast<int>(duration_cast<std::chrono::nanoseconds>(sinceEpoch - whole).count())};
}

std::optional<Instant> Instant::parse(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,9}))?(Z|[+-]\\d\\d:\\d\\d)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString zone = match.captured(3);
    const QDateTime time = QDateTime::fromString(match.captured(1) + (zone.isEmpty() ? u"Z"_s : zone), Qt::ISODate);
    if (!time.isValid()) {
        return std::nullopt;
    }
    return Instant{time.toSecsSinceEpoch(), match.captured(2).leftJustified(nanosecondDigits, u'0').toInt()};
}

QString Instant::text(ServiceOptions::DateForm form, int fractionDigits) const
{
    constexpr int wholeSeconds = 19; // characters of yyyy-MM-ddTHH:mm:ss
    const qint64 shift = form == ServiceOptions::DateForm::Offset ? offsetSeconds : 0;
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds + shift, QTimeZone::utc());
    QString text = time.toString(Qt::ISODate).left(wholeSeconds);
    if (fractionDigits > 0) {
        text += u'.' + QString::number(nanoseconds).rightJustified(nanosecondDigits, u'0').left(fractionDigits);
    }
    switch (form) {
    case ServiceOptions::DateForm::NoZone:
        return text;
    case ServiceOptions::DateForm::Offset:
        return text + u"+02:00"_s;
    default:
        return text + u'Z';
    }
}

std::optional<Instant> relativeDate(const QString &text)
{
    static const QRegularExpression form(u"^@([+-]\\d{1,6})([dhms])$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QChar unit = match.captured(2).at(0);
    const qint64 length = unit == u'd' ? 86400 : unit == u'h' ? 3600 : unit == u'm' ? 60 : 1;
    Instant instant = Instant::now();
    instant.seconds += match.captured(1).toLongLong() * length;
    return instant;
}

} // namespace lanyard::testing
