#include "core/document/notation.h"

#include "core/document/colournames.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qint64 TicksASecond = 10'000'000;
constexpr qint64 DaySeconds = 24 * 3600;
constexpr qint64 MostDays = 10'675'199; // 64 bits of ticks hold no more

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

std::optional<qint64> ticksOfIsoDuration(const QString &text)
{
    static const QRegularExpression iso(
        u"\\A(-?)P(?=[\\dT])(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?"
        "(?:T(?=\\d)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:\\.(\\d{1,20}))?S)?)?\\z"_s);
    const QRegularExpressionMatch match = iso.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int group) { return match.captured(group).toLongLong(); };
    const qint64 days = part(2) * 365 + part(3) * 30 + part(4) * 7 + part(5);
    const qint64 seconds = days * DaySeconds + (part(6) * 60 + part(7)) * 60 + part(8);
    if (seconds >= MostDays * DaySeconds)
        return std::nullopt;
    const qint64 ticks = seconds * TicksASecond + ticksOfFraction(match.captured(9));
    return match.captured(1).isEmpty() ? ticks : -ticks;
}

} // namespace

std::optional<qint64> ticksOfTime(const QString &text)
{
    static const QRegularExpression time(
        u"\\A(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d)(?:\\.(?<fraction>\\d{1,20}))?)?\\z"_s);
    const QRegularExpressionMatch match = time.match(text.trimmed());
    return match.hasMatch() ? std::optional(ticksOfClock(match)) : std::nullopt;
}

std::optional<qint64> ticksOfDuration(const QString &text)
{
    static const QRegularExpression span(
        u"\\A-?(?:(?<days>\\d{1,8})\\.)?(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d)"
        "(?:\\.(?<fraction>\\d{1,7}))?)?\\z"_s);
    const QString plain = text.trimmed();
    const QRegularExpressionMatch match = span.match(plain);
    if (!match.hasMatch())
        return ticksOfIsoDuration(plain);
    const qint64 days = match.captured(u"days"_s).toLongLong();
    if (days >= MostDays)
        return std::nullopt;
    const qint64 ticks = days * DaySeconds * TicksASecond + ticksOfClock(match);
    return plain.startsWith(u'-') ? -ticks : ticks;
}

std::optional<quint32> argbOfColour(const QString &text)
{
    constexpr quint32 opaque = 0xFF000000;
    static const QRegularExpression hex(u"\\A#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\\z"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    const QString plain = text.trimmed().toLower();
    if (hex.match(plain).hasMatch()) {
        const quint32 digits = plain.mid(1).toUInt(nullptr, 16);
        if (plain.size() == 9)
            return digits;
        // #36c is #3366cc.
        const quint32 spread = ((digits & 0xF00) << 8 | (digits & 0xF0) << 4 | (digits & 0xF)) * 0x11;
        return opaque | (plain.size() == 4 ? spread : digits);
    }
    const auto *named = std::find_if(namedColours.begin(), namedColours.end(),
                                     [&plain](const NamedColour &colour) { return colour.name == plain; });
    return named == namedColours.end() ? std::nullopt : std::optional(opaque | named->rgb);
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
