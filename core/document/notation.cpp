#include "core/document/notation.h"

#include "core/base/utc.h"

#include <QRegularExpression>
#include <QUrl>
#include <QVariant>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qint64 TicksASecond = 10'000'000;
constexpr qint64 MostTicks = std::numeric_limits<qint64>::max();

// Digits after the point, to the seventh: the rest is less than a tick.
qint64 ticksOfFraction(const QString &digits)
{
    return digits.left(7).leftJustified(7, u'0').toLongLong();
}

qint64 ticksOfClock(const QRegularExpressionMatch &clock)
{
    const auto part = [&clock](const QString &name) { return clock.captured(name).toLongLong(); };
    return ((part(u"h"_s) * 60 + part(u"m"_s)) * 60 + part(u"s"_s)) * TicksASecond +
           ticksOfFraction(clock.captured(u"fraction"_s));
}

// A sum of whole numbers of units that stops counting before it overflows.
class Seconds
{
public:
    void add(const QString &count, qint64 unit)
    {
        bool isRead = true;
        const qint64 number = count.isEmpty() ? 0 : count.toLongLong(&isRead);
        if (!isRead || number > Most / unit || m_sum > Most)
            m_sum = Most + 1;
        else
            m_sum += number * unit;
    }

    [[nodiscard]] std::optional<qint64> ticks(qint64 ticksOfRest, bool isNegative) const
    {
        if (m_sum > Most)
            return std::nullopt;
        const quint64 ticks = static_cast<quint64>(m_sum) * TicksASecond + static_cast<quint64>(ticksOfRest);
        if (ticks > static_cast<quint64>(MostTicks) + (isNegative ? 1U : 0U))
            return std::nullopt;
        return static_cast<qint64>(isNegative ? ~ticks + 1 : ticks); // as a minus would, but for the least of all
    }

private:
    static constexpr qint64 Most = MostTicks / TicksASecond;
    qint64 m_sum = 0;
};

std::optional<Duration> parseIsoDuration(const QString &text)
{
    static const QRegularExpression iso(u"\\A(-?)P(?=[\\dT])(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?"
                                        "(?:T(?=\\d)(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.(\\d+))?S)?)?\\z"_s);
    static constexpr std::array<qint64, 7> units{
        365 * DaySeconds, 30 * DaySeconds, 7 * DaySeconds, DaySeconds, 3600, 60, 1};
    const QRegularExpressionMatch match = iso.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    Seconds seconds;
    int group = 2;
    for (const qint64 unit : units)
        seconds.add(match.captured(group++), unit);
    const qint64 rest = ticksOfFraction(match.captured(group));
    return Duration{.ticks = seconds.ticks(rest, !match.captured(1).isEmpty()), .isIso = true};
}

std::optional<quint32> argbOfDigits(const QString &text)
{
    constexpr quint32 opaque = 0xFF000000;
    static const QRegularExpression hex(u"\\A#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\\z"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    if (!hex.match(text).hasMatch())
        return std::nullopt;
    const quint32 digits = text.mid(1).toUInt(nullptr, 16);
    if (text.size() == 9)
        return digits;
    // #36c is #3366cc.
    const quint32 spread = ((digits & 0xF00) << 8 | (digits & 0xF0) << 4 | (digits & 0xF)) * 0x11;
    return opaque | (text.size() == 4 ? spread : digits);
}

} // namespace

std::optional<qint64> ticksOfTime(const QString &text)
{
    static const QRegularExpression time(
        u"\\A(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d)(?:\\.(?<fraction>\\d{1,20}))?)?\\z"_s);
    const QRegularExpressionMatch match = time.match(text.trimmed());
    return match.hasMatch() ? std::optional(ticksOfClock(match)) : std::nullopt;
}

std::optional<Duration> parseDuration(const QString &text)
{
    static const QRegularExpression span(
        u"\\A(?<sign>-?)(?:(?<days>\\d+)\\.)?(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d)"
        "(?:\\.(?<fraction>\\d{1,7}))?)?\\z"_s);
    const QString plain = text.trimmed();
    const QRegularExpressionMatch match = span.match(plain);
    if (!match.hasMatch())
        return parseIsoDuration(plain);
    Seconds days;
    days.add(match.captured(u"days"_s), DaySeconds);
    return Duration{.ticks = days.ticks(ticksOfClock(match), !match.captured(u"sign"_s).isEmpty()),
                    .hasSeconds = match.hasCaptured(u"s"_s)};
}

std::optional<qint64> ticksOfDuration(const QString &text)
{
    const auto duration = parseDuration(text);
    return duration ? duration->ticks : std::nullopt;
}

std::optional<quint32> argbOfColour(const QString &text)
{
    const QString plain = text.trimmed();
    if (plain.isEmpty() || plain.startsWith(u'#'))
        return argbOfDigits(plain);
    // Qt Gui has the table of the names. QVariant asks it, wherever it is part of the program.
    QVariant colour(plain);
    return colour.convert(QMetaType(QMetaType::QColor)) ? argbOfDigits(colour.toString()) : std::nullopt;
}

bool hasEightDigits(const QString &colour)
{
    const QString plain = colour.trimmed();
    return plain.size() == 9 && argbOfDigits(plain);
}

std::optional<quint32> rgbOfColour(const QString &text)
{
    const auto argb = hasEightDigits(text) ? std::nullopt : argbOfColour(text);
    const bool isOpaque = argb && *argb >> 24 == 0xFF; // not "transparent"
    return isOpaque ? std::optional(*argb & 0xFFFFFF) : std::nullopt;
}

QString writeColour(quint32 rgb, const QString &before)
{
    if (rgbOfColour(before) == rgb)
        return before;
    QString digits = QString::number(rgb & 0xFFFFFF, 16).rightJustified(6, u'0');
    const bool isPaired = digits[0] == digits[1] && digits[2] == digits[3] && digits[4] == digits[5];
    const bool isHex = before.startsWith(u'#');
    if (isHex && before.size() == 4 && isPaired)
        digits = QString(digits[0]) + digits[2] + digits[4];
    const bool isLower = isHex && before != before.toUpper();
    return u'#' + (isLower ? digits : digits.toUpper());
}

std::optional<QString> guidDigits(const QString &text)
{
    static const QRegularExpression guid(
        u"\\A(?:[0-9a-f]{32}|(\\{)?(\\()?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?(1)\\})(?(2)\\)))\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression marks(u"[{}()-]"_s);
    const QString plain = text.trimmed();
    return guid.match(plain).hasMatch() ? std::optional(QString(plain).remove(marks).toLower()) : std::nullopt;
}

std::optional<QString> plainAddress(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return std::nullopt;
    if (url.port() == (url.scheme() == "https"_L1 ? 443 : 80))
        url.setPort(-1);
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace lanyard
