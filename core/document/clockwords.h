#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace lanyard {

/// Whether @p text is a word of the locale, or the English one, for a half of the day: pm, 午後, مساءً.
[[nodiscard]] bool isHalfOfDay(const QString &text, const QLocale &locale);

/// The hour of the day that @p hour is in @p half; nullopt if that is no such word, there is no such hour, or it may be
/// either of two.
[[nodiscard]] std::optional<int> hourOfDay(int hour, const QString &half, const QLocale &locale);

/// @p text with its time of day as other locales write it, and with a space before it: 22時30分 as 22:30, and
/// 午後10:30 as 10:30 午後.
[[nodiscard]] QString withUsualClock(const QString &text, const QLocale &locale);

} // namespace lanyard
