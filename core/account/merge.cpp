#include "core/account/merge.h"

#include "core/account/jsontext.h"
#include "core/account/userfields.h"

#include <map>

namespace lanyard {

namespace {

bool canBeSet(const Path &path, const User &user)
{
    return !path.isSetting() || user.canSetSetting(path.settingId());
}

} // namespace

Path placeOf(const Path &path)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field ? Path::field(QString(field->key)) : path;
}

bool isDone(const Change &change, const QJsonValue &now)
{
    if (now == change.value || (isJsonNothing(now) && isJsonNothing(change.value)))
        return true;
    return sameMeaning(now, change.value) && !sameMeaning(change.before.value_or(now), change.value);
}

Merge merged(const QList<Change> &mine, const User &theirs)
{
    std::map<Path, QList<Change>> places;
    for (const Change &change : mine)
        places[placeOf(change.path)].append(change);

    Merge merge;
    for (const auto &[place, changes] : places) {
        if (!canBeSet(place, theirs))
            continue;
        Conflict conflict{changes, {}};
        bool bothChanged = false;
        bool done = true;
        for (const Change &change : changes) {
            const QJsonValue now = theirs.valueAt(change.path);
            conflict.theirs.append(now);
            done = done && isDone(change, now);
            bothChanged =
                bothChanged || (!sameMeaning(now, change.value) && !sameMeaning(now, change.before.value_or(now)));
        }
        if (bothChanged)
            merge.conflicts.append(conflict);
        else if (!done)
            merge.changes += changes;
    }
    return merge;
}

} // namespace lanyard
