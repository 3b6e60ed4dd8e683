#pragma once

#include <QString>

namespace lanyard {

/// A country's name without case, accents and punctuation: "St. Barthélemy", "SAINT BARTHELEMY" and "saint-barthelemy"
/// are the same.
[[nodiscard]] QString plainCountryName(const QString &name);

/// The same as written on a keyboard without umlauts: "Oesterreich".
[[nodiscard]] QString spelledCountryName(const QString &name);

/// Without case, but with its accents: in Vietnamese "Bỉ" is Belgium, and "bi" may be Burundi's code.
[[nodiscard]] QString exactCountryName(const QString &name);

/// The text as a code is looked up: capitals without dots and spaces; empty unless all of it is ASCII.
[[nodiscard]] QString countryCodeText(const QString &typed);

/// The two letters of a flag emoji, 🇮🇹; empty for other texts.
[[nodiscard]] QString countryCodeOfFlag(const QString &text);

} // namespace lanyard
