#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace lanyard {

/// A country of ISO 3166-1, or Kosovo, which has none of its codes: XK is the one that the European Union, banks and
/// CLDR use.
struct Country
{
    QString code;            ///< two letters
    QString name;            ///< in English, the name that is written to the service
    QString displayName;     ///< in the person's language
    QStringList others = {}; ///< three letters, three digits, the official name
};

/// All countries in the order of their display names. From iso-codes (and its translations) where it is installed, else
/// from QLocale, which knows English names only. Read once, when first asked for.
[[nodiscard]] const QList<Country> &countries();

/// The same with display names in the first of @p languages (tags such as "pt-BR") that has one, read afresh.
[[nodiscard]] QList<Country> countriesIn(const QStringList &languages);

/// The country with that code (any case), else the one with that English or translated name; null when there is none.
[[nodiscard]] const Country *findCountry(const QString &code, const QString &name);

/// Which country somebody means.
struct CountryReading
{
    const Country *country = nullptr;
    bool isAmbiguous = false; ///< "Korea": several are called so
};

/// Reads a country's name in the person's language, in English, in its own or in any that iso-codes knows, a usual name
/// ("Holland"), its code of two or three letters or three digits, or the beginning of a name that no other country
/// shares (three letters or more). Case, accents and punctuation do not matter. Nothing is guessed.
[[nodiscard]] CountryReading readCountry(const QString &typed);

/// The country of readCountry(); null when it is none or could be several.
[[nodiscard]] const Country *countryFromTyped(const QString &typed);

/// Each name of each country in every language that iso-codes has: its code and the name as it is translated.
[[nodiscard]] QList<std::pair<QString, QString>> countryNamesOfAllLanguages();

} // namespace lanyard
