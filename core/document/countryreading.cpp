// Which country a typed name, code, or beginning of a name refers to.

#include "core/document/countrynames.h"
#include "core/document/countrytext.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype ShortestBeginning = 3; // with its accents; without, a letter more: "Anh" is no beginning of "Ănh-"
constexpr qsizetype LongestName = 200;

// Names of countries in other languages: "Allemagne", with their codes; an empty code if several have the name. Read
// only if nothing else matches, since loading them takes a tenth of a second.
const QHash<QString, QString> &foreignNames()
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> all;
        for (const auto &[code, name] : countryNamesOfAllLanguages()) {
            for (const QString &plain : {plainCountryName(name), spelledCountryName(name)}) {
                QString &known = all.contains(plain) ? all[plain] : all[plain] = code;
                if (known != code)
                    known.clear();
            }
        }
        all.remove({});
        return all;
    }();
    return codes;
}

// There are two of each, and not every language has a name for both.
bool isHalf(const Country &country)
{
    static constexpr std::array halves{"KP"_L1, "KR"_L1, "CD"_L1, "CG"_L1};
    return std::find(halves.begin(), halves.end(), country.code) != halves.end();
}

} // namespace

// A code is one only as it is written: "ČR" is not Costa Rica. A name of the user's language that looks like another
// country's code, in capitals or without its accents, is uncertain.
std::optional<CountryReading> CountryNames::readCode(const QString &text) const
{
    const auto found = m_codes.find(countryCodeText(text));
    if (found == m_codes.end())
        return std::nullopt;
    const Country *country = found.value();
    // "n.a." is not Namibia, nor "no." Norway: with dots, people write "U.S.A." and "G.B." only.
    if (country && text.contains(u'.') && country->code != "US"_L1 && country->code != "GB"_L1)
        return CountryReading{};
    const auto own = m_ownPlain.find(plainCountryName(text));
    const bool isAnothers = own != m_ownPlain.end() && own.value() != country;
    return isAnothers ? CountryReading{nullptr, true} : CountryReading{country, !country};
}

std::optional<CountryReading> CountryNames::whole(const QString &text) const
{
    const auto own = m_own.find(exactCountryName(text));
    const bool isInCapitals = text == text.toUpper() && text != text.toLower();
    if (own != m_own.end() && !(isInCapitals && m_codes.contains(countryCodeText(text))))
        return CountryReading{own.value(), !own.value()};
    if (const auto code = readCode(text))
        return code;
    for (const auto &[table, name] :
         {std::pair{&m_names.exact, exactCountryName(text)}, std::pair{&m_names.plain, plainCountryName(text)}}) {
        if (const auto found = table->find(name); found != table->end())
            return CountryReading{found.value(), !found.value()};
    }
    return std::nullopt;
}

CountryReading CountryNames::beginning(const QString &text) const
{
    const QString plain = plainCountryName(text);
    const bool isShort = plain.size() <= ShortestBeginning;
    if (plain.size() < ShortestBeginning)
        return {};
    const Table &names = isShort ? m_names.exact : m_names.plain;
    const QString begun = isShort ? exactCountryName(text) : plain;
    const Country *found = nullptr;
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (!name.value() || !name.key().startsWith(begun))
            continue;
        if (found && found != name.value())
            return {nullptr, true};
        found = name.value();
    }
    return found && isHalf(*found) ? CountryReading{nullptr, true} : CountryReading{found, false};
}

CountryReading CountryNames::read(const QString &typed) const
{
    if (typed.size() > LongestName)
        return {};
    const QString text = typed.trimmed();
    if (const auto found = whole(text))
        return *found;
    if (const QString flag = countryCodeOfFlag(text); !flag.isEmpty())
        return {ofCode(flag)};
    // "Italy (IT)", as the review shows it
    if (const qsizetype bracket = text.lastIndexOf(u'('); bracket > 0) {
        const auto before = whole(text.left(bracket).trimmed());
        const auto within = whole(plainCountryName(text.mid(bracket)));
        if (before && within)
            return before->country == within->country ? *before : CountryReading{};
    }
    const CountryReading begun = beginning(text);
    const auto foreign = foreignNames().find(plainCountryName(text));
    if (foreign == foreignNames().end())
        return begun;
    const Country *country = ofCode(*foreign);
    const bool isAnother = begun.country && begun.country != country;
    return {isAnother ? nullptr : country, isAnother || !country};
}

int CountryNames::rank(const Country &country, const QString &plain, const QSet<const Country *> &meant,
                       const QSet<const Country *> &begun) const
{
    const QString name = plainCountryName(country.displayName);
    if (meant.contains(&country))
        return 0;
    if (name.startsWith(plain))
        return 1;
    if (begun.contains(&country))
        return 2;
    return name.contains(u' ' + plain) ? 3 : name.contains(plain) ? 4 : 5;
}

QList<const Country *> CountryNames::suggestions(const QString &typed) const
{
    const QString plain = plainCountryName(typed);
    QSet<const Country *> meant;
    QSet<const Country *> begun;
    for (auto name = m_all.begin(); name != m_all.end() && !plain.isEmpty(); ++name) {
        if (name.key() == plain)
            meant.insert(name.value());
        else if (name.key().startsWith(plain))
            begun.insert(name.value());
    }
    std::array<QList<const Country *>, 6> ranks; // the last: those that do not match
    for (const Country &country : m_countries) {
        if (!plain.isEmpty())
            ranks.at(static_cast<size_t>(rank(country, plain, meant, begun))).append(&country);
    }
    QList<const Country *> all = ranks[0] + ranks[1] + ranks[2] + ranks[3] + ranks[4];
    if (const qsizetype at = all.indexOf(read(typed).country); at > 0)
        all.move(at, 0);
    return all;
}

static const CountryNames &names()
{
    static const CountryNames all(countries(), QLocale().uiLanguages());
    return all;
}

CountryReading readCountry(const QString &typed)
{
    return names().read(typed);
}

QList<const Country *> suggestedCountries(const QString &typed)
{
    return names().suggestions(typed);
}

const Country *countryFromTyped(const QString &typed)
{
    return readCountry(typed).country;
}

} // namespace lanyard
