#pragma once

#include "core/document/countries.h"

#include <QHash>

#include <optional>

namespace lanyard {

/// The names under which countries are looked up, for a user of given languages.
class CountryNames
{
public:
    /// @p countries, with display names in the first of @p languages, must outlive this object.
    CountryNames(const QList<Country> &countries, const QStringList &languages);

    /// As readCountry().
    [[nodiscard]] CountryReading read(const QString &typed) const;

    /// As suggestedCountries().
    [[nodiscard]] QList<const Country *> suggestions(const QString &typed) const;

private:
    /// Names with their countries; null if several have it.
    using Table = QHash<QString, const Country *>;

    /// Names of the same weight: a name that several of them have is nobody's.
    struct Round
    {
        Table exact; ///< by exactCountryName()
        Table plain; ///< by plainCountryName()
        void add(const QString &name, const Country *country);
    };

    void addOwn();
    void addUsual();
    void addNative();
    void addInLanguage(QStringView language);
    void keep(const Round &round);
    [[nodiscard]] const Country *ofCode(QStringView code) const;
    [[nodiscard]] std::optional<CountryReading> whole(const QString &text) const;
    [[nodiscard]] std::optional<CountryReading> readCode(const QString &text) const;
    [[nodiscard]] CountryReading beginning(const QString &text) const;
    [[nodiscard]] int rank(const Country &country, const QString &plain, const QSet<const Country *> &meant,
                           const QSet<const Country *> &begun) const;

    const QList<Country> &m_countries;
    Table m_codes;                              ///< in capitals; null if one means another country in the language
    Table m_own;                                ///< display names, with their accents
    Table m_ownPlain;                           ///< and without
    Round m_names;                              ///< the first round that has a name keeps it
    QMultiHash<QString, const Country *> m_all; ///< names and codes, plain
};

} // namespace lanyard
