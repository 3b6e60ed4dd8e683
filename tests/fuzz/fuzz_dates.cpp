// Dates are read as what they say, and written in the form that they came in.

#include "core/document/datereader.h"
#include "core/document/dates.h"
#include "core/document/samemeaning.h"
#include "tests/fuzz/fuzz.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

void checkMoment(const QString &text)
{
    const auto moment = parseTimestamp(text);
    if (!moment)
        return;
    require(moment->isValid() && moment->timeSpec() == Qt::UTC, "a moment is one, in UTC");
    require(!displayTimestamp(*moment).isEmpty(), "a moment can be shown");
    require(parseCalendarDate(text).has_value(), "a moment has a date");
    require(isSameMoment(text, text), "a moment is itself");
    // Qt rounds what goes beyond milliseconds, and reads a text without a zone as local time.
    const QDateTime other = QDateTime::fromString(text.trimmed(), Qt::ISODateWithMs);
    if (other.isValid() && other.timeSpec() != Qt::LocalTime)
        require(qAbs(moment->msecsTo(other)) <= 1, "a moment is the one that Qt reads");
}

void checkDate(QDate date, const QString &before)
{
    const QString written = writeCalendarDate(date, before);
    require(parseCalendarDate(written) == date, "a date that is written can be read");
    require(writeCalendarDate(date, written) == written, "writing the same date changes nothing");
    const auto old = parseCalendarDate(before);
    if (!old)
        return;
    require(QStringView(written).mid(10) == QStringView(before.trimmed()).mid(10), "the form of a date stays");
    require(writeCalendarDate(*old, before) == before.trimmed(), "the same date is the same text");
    require(old->toString(Qt::ISODate) == before.trimmed().left(10), "a date is what the text itself says");
    require(sameMeaning(SettingKind::Date, before, *old == date ? written : before), "the same date means the same");
}

} // namespace

void checkReading(QDate date, const QString &text)
{
    if (date.year() >= 1000 && date.year() <= 9999)
        require(readDate(displayDate(date)).date == date, "a date that is shown can be read");
    const DateReading reading = readDate(text);
    require(reading.ok() == reading.date.isValid(), "a text is a date or has a fault");
    if (!reading.ok())
        return;
    require(reading.date.year() >= 1000 && reading.date.year() <= 9999, "a year has four digits");
    require(readDate(displayDate(reading.date)).date == reading.date, "a date that was read is shown as itself");
    if (const auto iso = parseCalendarDate(text))
        require(reading.date == *iso, "ISO 8601 is read as such in every language");
}

// Language, then a line with days since 1900, then the text.
void fuzz(Input input)
{
    static const std::array locales{QLocale(u"en_US"_s), QLocale(u"de_DE"_s), QLocale(u"ar_EG"_s), QLocale(u"fa_IR"_s),
                                    QLocale(u"he_IL"_s), QLocale(u"ja_JP"_s), QLocale(u"th_TH"_s), QLocale(u"zh_TW"_s),
                                    QLocale(u"hi_IN"_s), QLocale(u"C"_s)};
    QLocale::setDefault(locales.at(static_cast<std::size_t>(input.choice(locales.size()))));
    const QDate date = QDate(1900, 1, 1).addDays(input.line().toInt() % 3'000'000);
    const QString text = QString::fromUtf8(input.rest());
    checkMoment(text);
    checkReading(date, text);
    if (date.year() >= 2 && date.year() <= 9999) {
        checkDate(date, text);
        require(displayDate(date).contains(QLocale().toString(date, u"yyyy"_s)), "a date is shown with its whole year");
    }
}

} // namespace lanyard::testing
