// A country is meant or it is not: however a name is written, and never two at once.

#include "core/document/countries.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace lanyard::testing {

void fuzz(Input input)
{
    const QString typed = QString::fromUtf8(input.rest());
    const CountryReading reading = readCountry(typed);
    require(!reading.country || !reading.isAmbiguous, "a country is one or it is uncertain");
    if (typed.size() < 100) {
        const CountryReading spaced = readCountry(u' ' + typed + u'\t');
        require(spaced.country == reading.country, "spaces around a name do not matter");
    }
    const bool isAscii = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c < QChar(0x80); });
    if (isAscii) {
        require(readCountry(typed.toUpper()).country == reading.country, "capitals do not matter");
        require(readCountry(typed.toLower()).country == reading.country, "small letters do not matter");
    }
    if (!reading.country)
        return;
    const Country &country = *reading.country;
    require(country.code.size() == 2 && !country.name.isEmpty(), "a country has a code and a name");
    for (const QString &name : {country.code, country.name, country.displayName})
        require(countryFromTyped(name) == &country, "a country is found by its own names");
}

} // namespace lanyard::testing
