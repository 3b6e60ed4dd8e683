#include "core/document/dates.h"

#include "core/base/codepoint.h"
#include "core/base/utc.h"
#include "core/document/dateorder.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// QDateTime::fromString(ISODate) reads a text without a zone as local time and rounds long fractions: both are
// unwanted.
const QRegularExpression &timestampPattern()
{
    static const QRegularExpression pattern(
        u"\\A(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?"
        "(Z|z|[+-]\\d{2}:?\\d{2})?\\z"_s);
    return pattern;
}

// Of anything longer, no part is looked at: a service may send megabytes where a date belongs.
constexpr qsizetype LongestDate = 100;

// Qt accepts any punctuation between the numbers.
QDate isoDate(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.toString(Qt::ISODate) == text ? date : QDate();
}

bool isUnset(QDate date)
{
    return date.year() <= 1;
}

// Whether a reader of the locale's short date knows which number is the month.
bool isReadAsShown(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.contains("MMM"_L1) || fieldOrder(format).startsWith(u'y') || dayOrder(locale) != DayOrder::Uncertain;
}

// The locale's short formats with a four-digit year. Made once for a locale: that takes longer than using them.
struct ShortFormats
{
    QLocale locale;
    bool isReadAsShown = lanyard::isReadAsShown(locale);
    QString date = withoutMarks(withFourDigitYear(locale.dateFormat(QLocale::ShortFormat)));
    QString dateTime = withoutMarks(withFourDigitYear(locale.dateTimeFormat(QLocale::ShortFormat)));
};

const ShortFormats &shortFormats()
{
    thread_local ShortFormats formats;
    if (formats.locale != QLocale())
        formats = ShortFormats();
    return formats;
}

struct ExactMoment
{
    QDateTime second;
    int ticks; // of 100 nanoseconds, in that second
};

std::optional<ExactMoment> readMoment(const QString &text)
{
    const auto match = text.size() > LongestDate ? QRegularExpressionMatch() : timestampPattern().match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
    const QTime time(match.capturedView(4).toInt(), match.capturedView(5).toInt(), match.capturedView(6).toInt());
    if (!date.isValid() || !time.isValid() || isUnset(date))
        return std::nullopt;
    return ExactMoment{utcMoment(date, time).addSecs(-offsetSeconds(match.capturedView(8))),
                       match.captured(7).leftJustified(7, u'0', true).toInt()};
}

} // namespace

int offsetSeconds(QStringView zone)
{
    if (zone.isEmpty() || zone.compare(u'Z', Qt::CaseInsensitive) == 0)
        return 0;
    const int hours = zone.mid(1, 2).toInt();
    const int minutes = zone.right(2).toInt();
    const int seconds = hours * 3600 + minutes * 60;
    return zone.startsWith(u'-') ? -seconds : seconds;
}

std::optional<QDateTime> parseTimestamp(const QString &text)
{
    const auto moment = readMoment(text);
    return moment ? std::optional(moment->second.addMSecs(moment->ticks / 10'000)) : std::nullopt;
}

bool isSameMoment(const QString &a, const QString &b)
{
    const auto momentA = readMoment(a);
    const auto momentB = readMoment(b);
    return momentA && momentB && momentA->second == momentB->second && momentA->ticks == momentB->ticks;
}

std::optional<QDate> parseCalendarDate(const QString &text)
{
    if (text.size() > LongestDate)
        return std::nullopt;
    const QString trimmed = text.trimmed();
    const QDate date = isoDate(trimmed.left(10));
    const bool whole = trimmed.size() == 10 || timestampPattern().match(trimmed).hasMatch();
    if (!whole || !date.isValid() || isUnset(date))
        return std::nullopt;
    return date;
}

bool isDateWithTime(const QString &text)
{
    const auto date = parseCalendarDate(text);
    const auto match = date ? timestampPattern().match(text.trimmed()) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return false;
    const auto isSomething = [](QChar c) { return c.isDigit() && c != u'0'; };
    const QString time = match.captured(4) + match.captured(5) + match.captured(6) + match.captured(7);
    return std::any_of(time.begin(), time.end(), isSomething) || offsetSeconds(match.capturedView(8)) != 0;
}

bool isAtMidnight(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[\\d-]{10}([T ]00:00(:00(\\.0+)?)?(Z|z|[+-]\\d{2}:?\\d{2})?)?\\z"_s);
    return pattern.match(text.trimmed()).hasMatch();
}

QString writeCalendarDate(QDate date, const QString &before)
{
    const QString day = date.toString(Qt::ISODate);
    const QString old = before.size() > LongestDate ? QString() : before.trimmed();
    const bool hasForm = old.size() == 10 || timestampPattern().match(old).hasMatch();
    return hasForm && isoDate(old.left(10)).isValid() ? day + old.mid(10) : day + "T00:00:00Z"_L1;
}

QString withoutMarks(QString text)
{
    text.removeIf([](QChar c) { return isDirectionMark(c.unicode()); });
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        if (isJoiner(text.at(i).unicode()) && (i + 1 == text.size() || text.at(i + 1).isSpace()))
            text.remove(i, 1);
    }
    return text;
}

QString displayDate(QDate date)
{
    const ShortFormats &formats = shortFormats();
    return formats.isReadAsShown ? formats.locale.toString(date, formats.date) : date.toString(Qt::ISODate);
}

QString displayDateTime(const QDateTime &moment)
{
    const ShortFormats &formats = shortFormats();
    return withoutMarks(formats.isReadAsShown ? formats.locale.toString(moment, formats.dateTime)
                                              : displayDate(moment.date()) + u' ' +
                                                    formats.locale.toString(moment.time(), QLocale::ShortFormat));
}

QString displayTimestamp(const QDateTime &moment)
{
    return displayDateTime(moment.toLocalTime());
}

} // namespace lanyard
