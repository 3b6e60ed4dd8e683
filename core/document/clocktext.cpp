#include "core/document/clocktext.h"

#include "core/base/typedtext.h"
#include "core/document/clockwords.h"
#include "core/document/dates.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// The seconds stand where the minutes do, after the same mark.
QString withSeconds(const QString &format)
{
    static const QRegularExpression minutes(u"[Hh](\\D?)mm"_s);
    const QRegularExpressionMatch match = minutes.match(format);
    if (!match.hasMatch())
        return u"HH:mm:ss"_s;
    return QString(format).insert(match.capturedEnd(), match.captured(1) + u"ss"_s);
}

} // namespace

QString displayTime(QTime time, const QString &fraction)
{
    const QLocale locale;
    const QString format = withoutMarks(locale.timeFormat(QLocale::ShortFormat));
    if (time.second() == 0 && fraction.isEmpty())
        return withoutMarks(locale.toString(time, format));
    const QString exact = withSeconds(format);
    if (fraction.isEmpty())
        return withoutMarks(locale.toString(time, exact));
    QString digits;
    for (const QChar c : fraction)
        digits += c.isDigit() ? locale.toString(c.digitValue()) : QString(c);
    const QString second = locale.toString(time, u"ss"_s);
    QString text = withoutMarks(locale.toString(time, exact));
    return text.insert(text.lastIndexOf(second) + second.size(), digits);
}

std::optional<ZonedTime> takeTime(QString &text, const QLocale &locale)
{
    static const QRegularExpression pattern(
        u"(?:\\A|[Tt\\s,]+)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(\\.\\d{1,9})?)?\\s*(\\D{0,12}?)?\\s*"
        "(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2})?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.capturedView(1).toInt();
    bool hasHalf = false;
    if (const QString half = match.captured(5).trimmed();
        !half.isEmpty() && half.compare("uhr"_L1, Qt::CaseInsensitive) != 0) {
        const auto of = hourOfDay(hour, half, locale);
        if (!of)
            return std::nullopt;
        hour = *of;
        hasHalf = true;
    }
    const QTime time(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt());
    if (!time.isValid())
        return std::nullopt;
    ZonedTime taken{time, match.captured(4), match.captured(6), hasHalf};
    if (taken.zone == "UTC"_L1 || taken.zone == "GMT"_L1)
        taken.zone = u"Z"_s;
    if (taken.zone.size() == 5) // +0200
        taken.zone.insert(3, u':');
    text = text.left(match.capturedStart()).trimmed();
    static const QRegularExpression joiner(u"(?:\\A|[\\s,]+)(?:kl|klo|um|at|om|à|às|a las|alle|ore|o|в|о|lúc)\\.?\\z"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    text.remove(joiner);
    return taken;
}

QString withTimeLast(const QString &typed, const QLocale &locale)
{
    const QString text = withUsualClock(typed, locale);
    static const QRegularExpression pattern(
        u"\\A(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:\\s*[ap]\\.?m\\.?(?!\\p{L}))?)[\\s,]+([^:+-][^:]*\\d[^:]*)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? match.captured(2).trimmed() + u' ' + match.captured(1) : text;
}

bool isMidnight(const ZonedTime &time)
{
    return time.time == QTime(0, 0) && time.zone.isEmpty() &&
           std::all_of(time.fraction.begin(), time.fraction.end(), [](QChar c) { return c == u'.' || c == u'0'; });
}

QString zoneOf(const QString &timestamp)
{
    static const QRegularExpression pattern(u"(Z|z|[+-]\\d{2}:?\\d{2})\\z"_s);
    return parseTimestamp(timestamp) ? pattern.match(timestamp).captured() : QString();
}

bool isPlausibleZone(QStringView zone)
{
    constexpr int most = 14 * 60;
    if (zone.size() < 5)
        return true; // none, or Z
    const int minutes = zone.right(2).toInt();
    return minutes < 60 && zone.mid(1, 2).toInt() * 60 + minutes <= most;
}

QString withAsciiDigits(const QString &text)
{
    QString out;
    const QString plain = halfWidth(text);
    for (const QChar c : plain)
        out += c.digitValue() >= 0 && c.category() == QChar::Number_DecimalDigit ? QChar(u'0' + c.digitValue()) : c;
    return out;
}

} // namespace lanyard
