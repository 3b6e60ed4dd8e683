// Which country somebody means who types a name, a code, or the beginning of a name.

#include "core/account/countries.h"

#include <QHash>
#include <QLocale>

#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype ShortestBeginning = 3;

// Names in use that neither ISO nor CLDR has, and codes in use beside the ISO ones.
constexpr std::array usualNames{
    std::pair{"US", "USA;United States of America;the States;America"},
    std::pair{"GB",
              "UK;Great Britain;Britain;England;Scotland;Wales;Northern Ireland;Angleterre;Inghilterra;Inglaterra"},
    std::pair{"NL", "Holland;Olanda;Hollande"},
    std::pair{"KR", "South Korea;Korea South;Republic of Korea;ROK"},
    std::pair{"KP", "North Korea;Korea North;DPRK"},
    std::pair{"RU", "Russia"},
    std::pair{"CZ", "Czech Republic;Czechia"},
    std::pair{"CI", "Ivory Coast"},
    std::pair{"TR", "Turkey;Turkiye"},
    std::pair{"GR", "EL;Hellas"},
    std::pair{"VA", "Vatican;Vatican City;Holy See"},
    std::pair{"VN", "Vietnam"},
    std::pair{"LA", "Laos"},
    std::pair{"SY", "Syria"},
    std::pair{"IR", "Iran"},
    std::pair{"MD", "Moldova;Moldavia"},
    std::pair{"MK", "Macedonia;FYROM"},
    std::pair{"SZ", "Swaziland"},
    std::pair{"MM", "Burma"},
    std::pair{"CV", "Cape Verde"},
    std::pair{"TL", "East Timor"},
    std::pair{"PS", "Palestine;Palestinian Territories"},
    std::pair{"MO", "Macau"},
    std::pair{"HK", "Hong Kong SAR"},
    std::pair{"BN", "Brunei"},
    std::pair{"FK", "Falkland Islands;Falklands;Malvinas"},
    std::pair{"FM", "Micronesia"},
    std::pair{"CD", "DR Congo;DRC;Congo Kinshasa;Democratic Republic of the Congo;Democratic Republic of Congo;Zaire"},
    std::pair{"CG", "Republic of the Congo;Congo Brazzaville"},
    std::pair{"BY", "Byelorussia;Belorussia"},
    std::pair{"AE", "UAE;Emirates"},
    std::pair{"BA", "Bosnia;Bosnia Herzegovina"},
    std::pair{"CN", "PRC;Peoples Republic of China;Mainland China"},
    std::pair{"IE", "Republic of Ireland;Eire"},
    std::pair{"SA", "KSA"},
    std::pair{"ZA", "RSA"},
    std::pair{"SX", "St Maarten"},
    std::pair{"WS", "Western Samoa"},
    std::pair{"BQ", "Bonaire;Caribbean Netherlands"},
    std::pair{"SH", "Saint Helena"},
    std::pair{"VG", "British Virgin Islands"},
    std::pair{"VI", "US Virgin Islands"},
    std::pair{"MF", "Saint Martin"},
    std::pair{"CC", "Cocos Islands;Keeling Islands"},
    std::pair{"XK", "Kosova"},
};

// "St. Barthélemy", "SAINT BARTHELEMY" and "saint-barthelemy" are one.
QString plainName(const QString &name)
{
    QString plain;
    // Folded when it is decomposed: of "İ" Qt leaves a capital otherwise. Nor does it fold "ß".
    const QString folded = name.normalized(QString::NormalizationForm_KD).toCaseFolded().replace(u'ß', "ss"_L1);
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            plain += c == u'ı' ? QChar(u'i') : c;
        else if (c == u'&')
            plain += " and "_L1;
        else if (!c.isMark() && c != u'.' && c != u'\'' && c != u'’')
            plain += u' ';
    }
    plain = plain.simplified();
    if (plain.startsWith("the "_L1))
        plain.remove(0, 4);
    if (plain.startsWith("st "_L1))
        plain.replace(0, 2, u"saint"_s);
    return plain;
}

// Each name with its country; null where several have it.
class Names
{
public:
    Names()
    {
        // The first to have a name keeps it: a usual name of one is no reason to doubt the proper one of another.
        addRound([](const Country &country) { return QStringList{country.displayName, country.name, country.code}; });
        addRound([](const Country &country) { return country.others; });
        addUsual();
        addNative();
    }

    [[nodiscard]] const Country *whole(const QString &plain) const { return m_names.value(plain, nullptr); }

    [[nodiscard]] const Country *beginning(const QString &plain) const
    {
        const Country *found = nullptr;
        for (auto name = m_names.begin(); name != m_names.end(); ++name) {
            if (!name.value() || !name.key().startsWith(plain))
                continue;
            if (found && found != name.value())
                return nullptr;
            found = name.value();
        }
        return found;
    }

private:
    using Round = QHash<QString, const Country *>;

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
        for (const auto &[code, names] : usualNames) {
            const Country *country = findCountry(QLatin1StringView(code), {});
            for (const QString &name : QString::fromLatin1(names).split(u';'))
                add(round, name, country);
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

    static void add(Round &round, const QString &name, const Country *country)
    {
        const QString plain = plainName(name);
        if (plain.isEmpty() || !country)
            return;
        const auto found = round.find(plain);
        if (found == round.end())
            round.insert(plain, country);
        else if (found.value() != country)
            found.value() = nullptr;
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

// The two letters of a flag, 🇮🇹; empty for other texts.
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

} // namespace

const Country *countryFromTyped(const QString &typed)
{
    static const Names names;
    const QString plain = plainName(typed);
    if (const Country *country = names.whole(plain))
        return country;
    if (const QString flag = codeOfFlag(typed.trimmed()); !flag.isEmpty())
        return findCountry(flag, {});
    // "Italy (IT)", as the review shows it
    if (const qsizetype bracket = typed.lastIndexOf(u'('); bracket > 0) {
        const Country *country = names.whole(plainName(typed.left(bracket)));
        return country && country == names.whole(plainName(typed.mid(bracket))) ? country : nullptr;
    }
    return plain.size() < ShortestBeginning ? nullptr : names.beginning(plain);
}

} // namespace lanyard
