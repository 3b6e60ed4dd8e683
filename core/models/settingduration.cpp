#include "core/models/settingduration.h"

#include "core/models/clocktext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class DurationText
{
    Q_DECLARE_TR_FUNCTIONS(DurationText)

public:
    static QString notADuration()
    {
        return tr("This is not a duration. Write days, hours, minutes and seconds like 1.02:30:00, or 02:30:00.");
    }
    static QString notPartsOfADuration()
    {
        return tr("In a duration, hours go up to 23, minutes and seconds to 59. Write days in front, like 1.02:30:00.");
    }
    static QString tooLong()
    {
        return tr("This duration is too long. The longest is 10675199.02:48:05.4775807, in days, hours, minutes and "
                  "seconds.");
    }
};

// .NET counts in ticks of 100 ns, with 64 bits.
bool fitsTimeSpan(const QRegularExpressionMatch &span)
{
    constexpr quint64 ticksASecond = 10'000'000;
    constexpr quint64 most = std::numeric_limits<qint64>::max();
    constexpr qulonglong mostDays = most / ticksASecond / (24 * 3600);
    bool ok = true;
    const qulonglong days = span.hasCaptured(u"days"_s) ? span.captured(u"days"_s).toULongLong(&ok) : 0;
    if (!ok || days > mostDays)
        return false;
    const auto part = [&span](const QString &name) { return span.captured(name).toULongLong(); };
    const quint64 seconds = ((days * 24 + part(u"h"_s)) * 60 + part(u"m"_s)) * 60 + part(u"s"_s);
    const quint64 ticks = seconds * ticksASecond + span.captured(u"fraction"_s).leftJustified(7, u'0').toULongLong();
    return ticks <= (span.captured().startsWith(u'-') ? most + 1 : most);
}

// As .NET counts: a year has 365 days, a month 30.
bool fitsIsoDuration(const QString &text)
{
    static const QRegularExpression parts(u"(\\d+(?:\\.\\d+)?)([YMWDHST])|T"_s);
    static constexpr double longest = 922'337'203'685.0; // seconds
    constexpr double day = 24 * 3600;
    bool isTime = false;
    double seconds = 0;
    for (auto match = parts.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch part = match.next();
        const QString unit = part.captured(2);
        isTime = isTime || unit.isEmpty();
        const double count = part.captured(1).toDouble();
        seconds += unit == "Y"_L1   ? count * 365 * day
                   : unit == "W"_L1 ? count * 7 * day
                   : unit == "D"_L1 ? count * day
                   : unit == "H"_L1 ? count * 3600
                   : unit == "M"_L1 ? count * (isTime ? 60 : 30 * day)
                                    : count;
    }
    return seconds <= longest;
}

} // namespace

SettingReading readDuration(const QString &typed, const QString &stored)
{
    static const QRegularExpression span(
        u"\\A-?(?:(?<days>\\d+)\\.)?(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d)(?:\\.(?<fraction>\\d{1,7}))?)?\\z"_s);
    static const QRegularExpression parts(u"\\A-?(?:\\d+\\.)?\\d+:\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?\\z"_s);
    static const QRegularExpression iso(u"\\A-?P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?"
                                        "(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?\\z"_s);
    const QString text = withAsciiDigits(typed).replace(QChar(0x2212), u'-');
    if (const QRegularExpressionMatch match = span.match(text); match.hasMatch())
        return fitsTimeSpan(match) ? SettingReading{text} : SettingReading::refused(DurationText::tooLong());
    if (stored.contains(u'P') && iso.match(text).hasMatch())
        return fitsIsoDuration(text) ? SettingReading{text} : SettingReading::refused(DurationText::tooLong());
    return SettingReading::refused(parts.match(text).hasMatch() ? DurationText::notPartsOfADuration()
                                                                : DurationText::notADuration());
}

} // namespace lanyard
