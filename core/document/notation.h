#pragma once

#include <QString>

#include <optional>

namespace lanyard {

// What a text in one of the notations that services write stands for, so that two notations can be compared. nullopt:
// it is none of them.

/// A time of day (7:30, 07:30:00.0000000), in ticks of .NET: 100 ns.
[[nodiscard]] std::optional<qint64> ticksOfTime(const QString &text);
/// A duration in .NET's notation (1:30, 1.02:30:00) or ISO 8601's (PT1H30M).
struct Duration
{
    std::optional<qint64> ticks; ///< nullopt: .NET cannot hold one that long
    bool isIso = false;
    bool hasSeconds = true; ///< not in 1:30, which .NET reads as hours and minutes
};
/// A year counts as 365 days, a month as 30, as .NET counts them.
[[nodiscard]] std::optional<Duration> parseDuration(const QString &text);
/// Duration::ticks
[[nodiscard]] std::optional<qint64> ticksOfDuration(const QString &text);
/// A colour as 0xAARRGGBB: #36C, #3366CC, #FF3366CC or a name. Names are known in programs that use Qt Gui.
[[nodiscard]] std::optional<quint32> argbOfColour(const QString &text);
/// Whether it is a colour of eight digits, of which the first two or the last two are the opacity, depending on who
/// wrote it.
[[nodiscard]] bool hasEightDigits(const QString &colour);
/// A colour as 0xRRGGBB, of whose notation there is only one reading: #36C, #3366CC or a name.
[[nodiscard]] std::optional<quint32> rgbOfColour(const QString &text);
/// Writes 0xRRGGBB in the style of @p before, which is such a text or empty: its letters' case, three digits if they
/// suffice; @p before itself if it is that colour.
[[nodiscard]] QString writeColour(quint32 rgb, const QString &before);
/// The 32 digits of an identifier, in lower case: written alone, or with hyphens and perhaps in braces or parentheses.
[[nodiscard]] std::optional<QString> guidDigits(const QString &text);
/// A web address as .NET and browsers write it back: scheme and host in lower case, without the scheme's own port, and
/// with a slash as its shortest path.
[[nodiscard]] std::optional<QString> plainAddress(const QString &text);

} // namespace lanyard
