#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace lanyard {

/// A country of ISO 3166-1, or Kosovo, which has no code there: XK is the one that the European Union, banks and CLDR
/// use.
struct Country
{
    QString code;            ///< two letters
    QString name;            ///< in English: the name written to the service
    QString displayName;     ///< in the user's language
    QStringList others = {}; ///< three-letter and three-digit codes, the official name
};

/// All countries, ordered by display name. From iso-codes (and its translations) if installed, else from QLocale, which
/// has English names only. Read once, on first use.
[[nodiscard]] const QList<Country> &countries();

/// The same with display names in the first of @p languages (tags such as "pt-BR") that has one; not cached.
[[nodiscard]] QList<Country> countriesIn(const QStringList &languages);

/// The country with that code (in any case), else the one with that English or translated name; null if there is none.
[[nodiscard]] const Country *findCountry(const QString &code, const QString &name);

/// The country that a typed text refers to.
struct CountryReading
{
    const Country *country = nullptr;
    bool isAmbiguous = false; ///< "Korea": several countries are called that
};

/// Reads a country's name in the user's language, in English, in its own language or in any that iso-codes has, a
/// common name ("Holland"), its two- or three-letter or three-digit code, or the beginning of a name that no other
/// country shares (three letters or more). Case, accents and punctuation do not matter, but where they decide between
/// countries: a name as the user's language writes it comes first, and a code must be typed as it is. Nothing is
/// guessed.
[[nodiscard]] CountryReading readCountry(const QString &typed);

/// The countries that @p typed may be the beginning of, or a part: those that it names come first, then those whose
/// names begin with it. Empty for a text of no letters.
[[nodiscard]] QList<const Country *> suggestedCountries(const QString &typed);

/// The country from readCountry(); null if there is none or it is ambiguous.
[[nodiscard]] const Country *countryFromTyped(const QString &typed);

/// Every name of every country in every language of iso-codes: its code and the translated name.
[[nodiscard]] QList<std::pair<QString, QString>> countryNamesOfAllLanguages();

} // namespace lanyard
