#pragma once

#include <QLocale>

namespace lanyard {

/// The locale by whose habits dates are read and shown. It is @p locale, but for the system's: that one has the formats
/// of LC_TIME, and the language and country of the words (LANGUAGE), which may be another one's.
[[nodiscard]] QLocale localeOfDates(const QLocale &locale);
/// The same for numbers.
[[nodiscard]] QLocale localeOfNumbers(const QLocale &locale);

} // namespace lanyard
