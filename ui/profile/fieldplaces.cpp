#include "ui/profile/fieldplaces.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct Place
{
    QLatin1StringView key;
    int columns;
    bool beginsLine = false;
};

constexpr std::array places{
    Place{"title"_L1, 2, true}, Place{"firstName"_L1, 3, true},
    Place{"lastName"_L1, 3},    Place{"userName"_L1, 3, true},
    Place{"phoneNumber"_L1, 3}, Place{"mobile"_L1, 3},
    Place{"postalCode"_L1, 2},  Place{"city"_L1, 4},
    Place{"region"_L1, 3},      Place{"country"_L1, 3},
    Place{"department"_L1, 3},  Place{"birthDate"_L1, 3},
    Place{"rank"_L1, 3},        Place{"customerId"_L1, 3},
    Place{"createdAt"_L1, 3},   Place{"updatedAt"_L1, 3},
    Place{"lastLogIn"_L1, 3},   Place{"lastDismissMessages"_L1, 3},
};

const Place *placeOf(QStringView key)
{
    const auto found =
        std::find_if(places.begin(), places.end(), [key](const Place &place) { return place.key == key; });
    return found == places.end() ? nullptr : &*found;
}

} // namespace

int columnsOf(QStringView key)
{
    const Place *place = placeOf(key);
    return place ? place->columns : FieldColumns;
}

bool beginsLine(QStringView key)
{
    const Place *place = placeOf(key);
    return place && place->beginsLine;
}

} // namespace lanyard
