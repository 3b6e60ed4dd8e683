#include "core/document/countrynames.h"

#include "core/document/countrytext.h"
#include "core/document/usualcountrynames.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

void addTo(QHash<QString, const Country *> &table, const QString &name, const Country *country)
{
    if (name.isEmpty() || !country)
        return;
    const auto found = table.find(name);
    if (found == table.end())
        table.insert(name, country);
    else if (found.value() != country)
        found.value() = nullptr;
}

} // namespace

void CountryNames::Round::add(const QString &name, const Country *country)
{
    addTo(exact, exactCountryName(name), country);
    addTo(plain, plainCountryName(name), country);
    addTo(plain, spelledCountryName(name), country);
}

CountryNames::CountryNames(const QList<Country> &countries, const QStringList &languages) : m_countries(countries)
{
    addOwn();
    if (!languages.isEmpty())
        addInLanguage(QStringView(languages.first()).split(u'-').first());
    addUsual();
    addNative();
}

// One country's common name must not make another's proper name ambiguous.
void CountryNames::addOwn()
{
    Round display;
    Round own;
    Round others;
    for (const Country &country : m_countries) {
        const QStringList codes{country.code, country.others.value(0), country.others.value(1)};
        for (const QString &code : codes) {
            addTo(m_codes, code, &country);
            m_all.insert(plainCountryName(code), &country);
        }
        display.add(country.displayName, &country);
        own.add(country.displayName, &country);
        own.add(country.name, &country);
        for (const QString &name : country.others.mid(codes.size() - 1))
            others.add(name, &country);
    }
    m_own = display.exact;
    m_ownPlain = own.plain;
    keep(own);
    keep(others);
}

// What the language's own users call countries. An abbreviation that is another country's code is neither's.
void CountryNames::addInLanguage(QStringView language)
{
    Round round;
    for (const auto &[languages, code, names] : countryNamesInLanguages) {
        if (!QStringView(languages).split(u' ').contains(language))
            continue;
        const Country *country = ofCode(QString::fromLatin1(code));
        for (const QStringView part : QStringView(names).split(u';')) {
            const QString name = part.toString();
            const auto meant = m_codes.find(name);
            if (meant != m_codes.end() && meant.value() != country)
                meant.value() = nullptr;
            else
                m_own.insert(exactCountryName(name), country);
            m_ownPlain.insert(plainCountryName(name), country);
            round.add(name, country);
        }
    }
    keep(round);
}

void CountryNames::addUsual()
{
    Round round;
    for (const auto &[code, names] : usualCountryNames) {
        for (const QStringView name : QStringView(names).split(u';'))
            round.add(name.toString(), ofCode(QString::fromLatin1(code)));
    }
    keep(round);
}

// "Deutschland", "Suisse", "España"
void CountryNames::addNative()
{
    Round round;
    const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales)
        round.add(locale.nativeTerritoryName(), ofCode(QLocale::territoryToCode(locale.territory())));
    keep(round);
}

void CountryNames::keep(const Round &round)
{
    const auto keepIn = [](Table &kept, const Table &names) {
        for (auto name = names.begin(); name != names.end(); ++name) {
            if (!kept.contains(name.key()))
                kept.insert(name.key(), name.value());
        }
    };
    keepIn(m_names.exact, round.exact);
    keepIn(m_names.plain, round.plain);
    for (auto name = round.plain.begin(); name != round.plain.end(); ++name) {
        if (name.value() && !m_all.contains(name.key(), name.value()))
            m_all.insert(name.key(), name.value());
    }
}

const Country *CountryNames::ofCode(QStringView code) const
{
    const auto found = std::find_if(m_countries.begin(), m_countries.end(),
                                    [code](const Country &country) { return country.code == code; });
    return found == m_countries.end() ? nullptr : &*found;
}

} // namespace lanyard
