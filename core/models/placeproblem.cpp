#include "core/models/placeproblem.h"

#include "core/document/user.h"
#include "core/models/documentedits.h"
#include "core/models/fieldremark.h"
#include "core/models/placetext.h"
#include "core/models/settingvalue.h"

#include <algorithm>

namespace lanyard {

QString placeProblem(const Path &path, const DocumentEdits &user)
{
    if (!user.hasMisfit(path))
        return {};
    if (const auto setting = user.base().settingAt(path))
        return user.hidden().shown(readSetting(*setting, user.misfit(path)).problem);
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field ? user.hidden().shown(fieldProblem(*field, user)) : QString();
}

QString editedPlaceLabel(const Path &path, const DocumentEdits &user)
{
    const bool isLost = user.base().isWithoutSetting(path);
    return placeLabel(isLost ? user.settingIds().named(path) : path, user.base(), user.hidden());
}

bool hasLostEdits(const DocumentEdits &user)
{
    const QList<Path> places = user.changedPlaces();
    return std::any_of(places.begin(), places.end(),
                       [&user](const Path &place) { return user.base().isWithoutSetting(place); });
}

} // namespace lanyard
