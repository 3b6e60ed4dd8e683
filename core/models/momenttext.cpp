// How a setting that is a date, or a date and time, is shown.
#include "core/base/text.h"
#include "core/document/clocktext.h"
#include "core/document/dates.h"
#include "core/document/localmoment.h"
#include "core/models/settingmoment.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Kind = SettingKind;

class ExactMomentText
{
    Q_DECLARE_TR_FUNCTIONS(ExactMomentText)

public:
    static QString stored(const QString &text) { return tr("Stored as %1").arg(leftToRight(text)); }
    static QString inUtc(const QString &time) { return tr("In UTC: %1").arg(leftToRight(time)); }
    static QString noZone() { return tr("Stored without a time zone"); }
};

bool isDateTime(Kind kind)
{
    return kind == Kind::DateTime || kind == Kind::DateTimeOffset;
}

// The time as the locale writes it, then in 24 hours.
QStringList textsOf(const ShownMoment &moment)
{
    const QString offset = moment.offset.isEmpty() ? QString() : u' ' + moment.offset;
    const QString seconds = moment.time.second() == 0 && moment.fraction.isEmpty() ? u"HH:mm"_s : u"HH:mm:ss"_s;
    return {displayDate(moment.date) + u' ' + displayTime(moment.time, moment.fraction) + offset,
            moment.date.toString(Qt::ISODate) + u' ' + moment.time.toString(seconds) + moment.fraction + offset};
}

QStringList textsOf(QDate date)
{
    return {displayDate(date)};
}

} // namespace

QStringList momentTexts(SettingKind kind, const QString &stored)
{
    const auto moment = isDateTime(kind) ? shownMoment(stored) : std::nullopt;
    if (moment)
        return textsOf(*moment);
    const QDate day = dayOfMoment(kind, stored);
    return day.isValid() ? textsOf(day) : QStringList();
}

QDate dayOfMoment(SettingKind kind, const QString &stored)
{
    if (kind != Kind::Date && !isDateTime(kind))
        return {};
    const auto moment = isDateTime(kind) ? shownMoment(stored) : std::nullopt;
    return moment ? moment->date : parseCalendarDate(stored).value_or(QDate());
}

QStringList momentTextsOn(QDate day, SettingKind kind, const QString &stored)
{
    auto moment = isDateTime(kind) ? shownMoment(stored) : std::nullopt;
    if (!moment && (!isDateTime(kind) || parseCalendarDate(stored)))
        return textsOf(day);
    if (!moment)
        moment = ShownMoment{day, QTime(0, 0)};
    moment->date = day;
    moment->offset.clear(); // of the other day
    return textsOf(*moment);
}

QString exactMoment(SettingKind kind, const QString &stored)
{
    const auto moment = isDateTime(kind) ? parseTimestamp(stored) : std::nullopt;
    QStringList lines{ExactMomentText::stored(stored)};
    if (moment && zoneOf(stored).isEmpty())
        lines << ExactMomentText::noZone();
    else if (moment)
        lines << ExactMomentText::inUtc(moment->toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    return lines.join(u'\n');
}

} // namespace lanyard
