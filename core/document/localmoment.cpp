#include "core/document/localmoment.h"

#include "core/base/utc.h"
#include "core/document/clocktext.h"
#include "core/document/dates.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

int localOffset(const QDateTime &moment)
{
    return moment.toLocalTime().offsetFromUtc();
}

QString zoneText(int seconds, bool hasColon)
{
    // Before there were zones, clocks differed by seconds, which no timestamp can say.
    if (seconds % 60 != 0)
        return u"Z"_s;
    const int minutes = std::abs(seconds) / 60;
    return (seconds < 0 ? u'-' : u'+') + u"%1"_s.arg(minutes / 60, 2, 10, QChar(u'0')) +
           (hasColon ? u":"_s : QString()) + u"%1"_s.arg(minutes % 60, 2, 10, QChar(u'0'));
}

// What the service wrote in the local zone stays in it, also when clocks have changed in between.
QString zoneFor(const QDateTime &moment, const QString &stored, const TimestampForm &form)
{
    const bool isUtc = form.zone.compare(u'Z', Qt::CaseInsensitive) == 0;
    const auto before = parseTimestamp(stored);
    const bool isLocal = form.zone.isEmpty() || !before || localOffset(*before) == offsetSeconds(form.zone);
    return isUtc || !isLocal ? form.zone : zoneText(localOffset(moment), form.zone.size() != 5);
}

bool isZero(const QString &fraction)
{
    return std::all_of(fraction.begin(), fraction.end(), [](QChar c) { return c == u'0' || c == u'.'; });
}

} // namespace

std::optional<TimestampForm> formOfTimestamp(const QString &stored)
{
    static const QRegularExpression pattern(
        u"\\A[\\d-]{10}([T ])\\d{2}:\\d{2}(:\\d{2}(?:\\.(\\d+))?)?(Z|z|[+-]\\d{2}:?\\d{2})?\\z"_s);
    if (!parseTimestamp(stored))
        return std::nullopt;
    const QRegularExpressionMatch match = pattern.match(stored.trimmed());
    return TimestampForm{match.captured(1).front(), !match.captured(2).isEmpty(), match.capturedLength(3),
                         match.captured(4)};
}

std::optional<ShownMoment> shownMoment(const QString &stored)
{
    const auto moment = parseTimestamp(stored);
    const auto form = formOfTimestamp(stored);
    if (!moment || !form)
        return std::nullopt;
    const bool hasZone = !form->zone.isEmpty();
    const QDateTime shown = hasZone ? moment->toLocalTime() : *moment;
    const QTime time(shown.time().hour(), shown.time().minute(), shown.time().second());
    const qsizetype point = stored.lastIndexOf(u'.');
    QString fraction = form->fractionDigits > 0 ? stored.mid(point, form->fractionDigits + 1) : QString();
    if (isZero(fraction))
        fraction.clear();
    const bool isTwice = hasZone && momentsAt(shown.date(), time).size() > 1;
    return ShownMoment{shown.date(), time, fraction, isTwice ? zoneText(shown.offsetFromUtc(), true) : QString()};
}

QList<QDateTime> momentsAt(QDate date, QTime time)
{
    const QDateTime asInUtc = utcMoment(date, time);
    QList<QDateTime> found;
    for (const int days : {-1, 1}) { // the offsets before and after any change near that time
        const int offset = localOffset(asInUtc.addDays(days));
        const QDateTime moment = asInUtc.addSecs(-offset);
        if (localOffset(moment) == offset && !found.contains(moment))
            found.append(moment);
    }
    return found;
}

QString writeMoment(const QDateTime &moment, const QString &fraction, const QString &stored)
{
    const QString zone = zoneFor(moment, stored, formOfTimestamp(stored).value_or(TimestampForm()));
    const QDateTime there = moment.toUTC().addSecs(offsetSeconds(zone));
    return writeDateTime(there.date(), there.time(), fraction, zone, stored);
}

QString writeDateTime(QDate date, QTime time, const QString &fraction, const QString &zone, const QString &stored)
{
    const TimestampForm form = formOfTimestamp(stored).value_or(TimestampForm());
    QString part = fraction;
    if (part.isEmpty() && form.fractionDigits > 0)
        part = u'.' + QString(form.fractionDigits, u'0');
    const bool isShort = !form.hasSeconds && part.isEmpty() && time.second() == 0;
    return date.toString(Qt::ISODate) + form.separator + time.toString(isShort ? u"HH:mm"_s : u"HH:mm:ss"_s) + part +
           zone;
}

} // namespace lanyard
