#include "core/document/datebeforetime.h"

namespace lanyard {

namespace {

bool writesHalvesOfDay(const QLocale &locale)
{
    return locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
}

} // namespace

DateReading readDateBefore(const ZonedTime &time, const QString &day, const QLocale &locale)
{
    if (day.contains(u':'))
        return {{}, DateReading::Fault::NotADate}; // two times
    const DateReading reading = readDate(day, locale);
    if (!reading.ok() || !time.hasHalf || writesHalvesOfDay(locale))
        return reading;
    const DateReading there = readDate(day, QLocale(QLocale::English, QLocale::UnitedStates));
    return there.ok() && there.date != reading.date ? DateReading::ambiguous(reading.date, there.date) : reading;
}

} // namespace lanyard
