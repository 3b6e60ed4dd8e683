#include "core/models/settingduration.h"

#include "core/document/clocktext.h"
#include "core/document/notation.h"

#include <QCoreApplication>
#include <QRegularExpression>

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
    static QString twoWays(const QString &hours, const QString &minutes)
    {
        return tr("This duration can be read in two ways. Write %1 or %2.").arg(hours, minutes);
    }
    static QString tooLong()
    {
        return tr("This duration is too long. The longest is 10675199.02:48:05.4775807, in days, hours, minutes and "
                  "seconds.");
    }
};

// "1:30" is hours and minutes to .NET, and often minutes and seconds to who types it. Empty if the text is not of that
// kind.
QString bothWays(const QString &text)
{
    static const QRegularExpression pattern(u"\\A(-?)([0-5]?\\d):([0-5]\\d)\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const int first = match.captured(2).toInt();
    const auto digits = [](int number) { return QString::number(number).rightJustified(2, u'0'); };
    const QString sign = match.captured(1);
    const QString days = first < 24 ? QString() : QString::number(first / 24) + u'.';
    return DurationText::twoWays(sign + days + digits(first % 24) + u':' + match.captured(3) + u":00"_s,
                                 sign + u"00:"_s + digits(first) + u':' + match.captured(3));
}

} // namespace

SettingReading readDuration(const QString &typed, const QString &stored)
{
    static const QRegularExpression parts(u"\\A-?(?:\\d+\\.)?\\d+:\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?\\z"_s);
    const QString text = withAsciiDigits(typed).replace(QChar(0x2212), u'-');
    const auto before = parseDuration(stored);
    const QString ways = before && !before->hasSeconds ? QString() : bothWays(text);
    if (!ways.isEmpty())
        return SettingReading::refused(ways);
    const auto duration = parseDuration(text);
    if (!duration || (duration->isIso && !stored.contains(u'P')))
        return SettingReading::refused(parts.match(text).hasMatch() ? DurationText::notPartsOfADuration()
                                                                    : DurationText::notADuration());
    return duration->ticks ? SettingReading{text} : SettingReading::refused(DurationText::tooLong());
}

} // namespace lanyard
