#pragma once

#include <QList>
#include <QString>
#include <QStringList>

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

/// The country with that code (any case), else the one with that English or translated name; null when there is none.
[[nodiscard]] const Country *findCountry(const QString &code, const QString &name);

/// The country that somebody means: by its name in their language, in English or in its own, by a usual name
/// ("Holland"), by its code of two or three letters or three digits, or by the beginning of a name that no other
/// country shares (three letters or more). Case, accents and punctuation do not matter. Null when it is none or could
/// be several.
[[nodiscard]] const Country *countryFromTyped(const QString &typed);

} // namespace lanyard
