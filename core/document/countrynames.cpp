// Which country a typed name, code, or beginning of a name refers to.

#include "core/document/countries.h"
#include "core/document/usualcountrynames.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype ShortestBeginning = 3;
constexpr qsizetype LongestName = 200;
constexpr QStringView apostrophes = u"'’‘ʼ`";

// "St. Barthélemy", "SAINT BARTHELEMY" and "saint-barthelemy" are the same.
QString plainName(const QString &name)
{
    static constexpr std::array likes{std::pair{u'ı', u'i'}, std::pair{u'ł', u'l'}, std::pair{u'ø', u'o'},
                                      std::pair{u'đ', u'd'}};
    QString plain;
    // Decomposed before case folding: otherwise Qt leaves a capital for "İ". Nor does it fold "ß".
    const QString folded = name.normalized(QString::NormalizationForm_KD).toCaseFolded().replace(u'ß', "ss"_L1);
    for (const QChar c : folded) {
        if (apostrophes.contains(c)) // one of them counts as a letter
            continue;
        const auto *like = std::find_if(likes.begin(), likes.end(), [c](const auto &pair) { return pair.first == c; });
        if (like != likes.end())
            plain += like->second;
        else if (c.isLetterOrNumber() || c.isSurrogate())
            plain += c;
        else if (c == u'&')
            plain += " and "_L1;
        else if (!c.isMark() && c != u'.')
            plain += u' ';
    }
    plain = plain.simplified();
    if (plain.startsWith("the "_L1))
        plain.remove(0, 4);
    if (plain.startsWith("st "_L1))
        plain.replace(0, 2, u"saint"_s);
    return plain;
}

// Names with their countries; null if several have it.
using Round = QHash<QString, const Country *>;

void addPlain(Round &round, const QString &plain, const Country *country)
{
    if (plain.isEmpty() || !country)
        return;
    const auto found = round.find(plain);
    if (found == round.end())
        round.insert(plain, country);
    else if (found.value() != country)
        found.value() = nullptr;
}

// Also as written on a keyboard without umlauts: "Oesterreich".
void add(Round &round, const QString &name, const Country *country)
{
    static constexpr std::array umlauts{std::pair{u'ä', "ae"_L1}, std::pair{u'ö', "oe"_L1}, std::pair{u'ü', "ue"_L1},
                                        std::pair{u'å', "aa"_L1}, std::pair{u'ø', "oe"_L1}};
    addPlain(round, plainName(name), country);
    QString spelled = name.normalized(QString::NormalizationForm_C).toLower();
    for (const auto &[letter, letters] : umlauts)
        spelled.replace(letter, letters);
    addPlain(round, plainName(spelled), country);
}

// Names of countries in other languages: "Allemagne". Searched only if nothing else matches, since loading them takes a
// tenth of a second.
const Round &foreignNames()
{
    static const Round round = [] {
        Round names;
        const auto all = countryNamesOfAllLanguages();
        for (const auto &[code, name] : all)
            add(names, name, findCountry(code, {}));
        return names;
    }();
    return round;
}

class Names
{
public:
    Names()
    {
        // The first to have a name keeps it: one country's common name must not make another's proper name ambiguous.
        addRound([](const Country &country) { return QStringList{country.displayName, country.name, country.code}; });
        addRound([](const Country &country) { return country.others; });
        addUsual();
        addNative();
    }

    [[nodiscard]] std::optional<CountryReading> whole(const QString &plain) const
    {
        const auto found = m_names.find(plain);
        return found == m_names.end() ? std::nullopt : std::optional(CountryReading{*found, !*found});
    }

    [[nodiscard]] CountryReading beginning(const QString &plain) const
    {
        const Country *found = nullptr;
        for (auto name = m_names.begin(); name != m_names.end(); ++name) {
            if (!name.value() || !name.key().startsWith(plain))
                continue;
            if (found && found != name.value())
                return {nullptr, true};
            found = name.value();
        }
        return {found, false};
    }

private:
    template<typename NamesOf>
    void addRound(NamesOf namesOf)
    {
        Round round;
        for (const Country &country : countries()) {
            for (const QString &name : namesOf(country))
                add(round, name, &country);
        }
        keep(round);
    }

    void addUsual()
    {
        Round round;
        for (const auto &[code, names] : usualCountryNames) {
            const Country *country = findCountry(QLatin1StringView(code), {});
            for (const QStringView name : QStringView(names).split(u';'))
                add(round, name.toString(), country);
        }
        keep(round);
    }

    // "Deutschland", "Suisse", "España"
    void addNative()
    {
        Round round;
        const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        for (const QLocale &locale : locales)
            add(round, locale.nativeTerritoryName(), findCountry(QLocale::territoryToCode(locale.territory()), {}));
        keep(round);
    }

    void keep(const Round &round)
    {
        for (auto name = round.begin(); name != round.end(); ++name) {
            if (!m_names.contains(name.key()))
                m_names.insert(name.key(), name.value());
        }
    }

    Round m_names;
};

// The two letters of a flag emoji, 🇮🇹; empty for other texts.
QString codeOfFlag(const QString &text)
{
    constexpr char32_t first = 0x1F1E6; // REGIONAL INDICATOR SYMBOL LETTER A
    QString code;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        if (points.size() != 2 || point < first || point > first + 25)
            return {};
        code += QChar(u'A' + static_cast<char16_t>(point - first));
    }
    return code;
}

// "n.a." is not Namibia, nor "no." Norway: with dots, people write "U.S.A." and "G.B." only.
bool isAbbreviation(const QString &typed, const Country &country)
{
    if (!typed.contains(u'.') || country.code == "US"_L1 || country.code == "GB"_L1)
        return false;
    const auto isTyped = [plain = plainName(typed)](const QString &code) { return plainName(code) == plain; };
    return isTyped(country.code) || isTyped(country.others.value(0));
}

} // namespace

CountryReading readCountry(const QString &typed)
{
    if (typed.size() > LongestName)
        return {};
    static const Names names;
    const QString plain = plainName(typed);
    if (const auto found = names.whole(plain))
        return found->country && isAbbreviation(typed, *found->country) ? CountryReading{} : *found;
    if (const QString flag = codeOfFlag(typed.trimmed()); !flag.isEmpty())
        return {findCountry(flag, {})};
    // "Italy (IT)", as the review shows it
    if (const qsizetype bracket = typed.lastIndexOf(u'('); bracket > 0) {
        const auto before = names.whole(plainName(typed.left(bracket)));
        const auto within = names.whole(plainName(typed.mid(bracket)));
        if (before && within)
            return before->country == within->country ? *before : CountryReading{};
    }
    const CountryReading begun = plain.size() < ShortestBeginning ? CountryReading{} : names.beginning(plain);
    const auto foreign = foreignNames().find(plain);
    if (foreign == foreignNames().end())
        return begun;
    const bool isAnother = begun.country && begun.country != *foreign;
    return {isAnother ? nullptr : *foreign, isAnother || !*foreign};
}

const Country *countryFromTyped(const QString &typed)
{
    return readCountry(typed).country;
}

} // namespace lanyard
