#pragma once

#include <QString>

class QLocale;

namespace lanyard {

/// Placeholders for the locale's separators while a number is analysed.
constexpr QChar groupMark = u'G';
constexpr QChar decimalMark = u'D';

/// ASCII digits, '-' and 'e'; everything else unchanged. Empty if digits of two scripts are mixed.
[[nodiscard]] QString plainDigits(const QString &typed, const QLocale &locale);
/// What plainDigits() returned, with the placeholders where the locale's separators are. Empty if it has such letters.
[[nodiscard]] QString withMarks(const QString &plain, const QLocale &locale);

} // namespace lanyard
