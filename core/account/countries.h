#pragma once

#include <QList>
#include <QString>

namespace lanyard {

/// A country of ISO 3166-1.
struct Country
{
    QString code;        ///< two letters
    QString name;        ///< in English, the name that is written to the service
    QString displayName; ///< in the person's language
};

/// All countries in the order of their display names. From iso-codes (and its translations) where it is installed, else
/// from QLocale, which knows English names only. Read once, when first asked for.
[[nodiscard]] const QList<Country> &countries();

/// The country with that code (any case), else the one with that English or translated name; null when there is none.
[[nodiscard]] const Country *findCountry(const QString &code, const QString &name);

} // namespace lanyard
