#include "core/account/merge.h"

#include "core/account/jsontext.h"
#include "core/account/userfields.h"

#include <algorithm>
#include <map>

namespace lanyard {

namespace {

bool canBeSet(const Path &path, const User &user)
{
    if (!path.isSetting())
        return true;
    const QList<Setting> settings = user.settings();
    const auto matches = [&path](const Setting &setting) { return setting.id() == path.settingId(); };
    const auto found = std::find_if(settings.begin(), settings.end(), matches);
    return found != settings.end() && !found->readOnly() && std::count_if(found, settings.end(), matches) == 1;
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
            const QJsonValue now = valueAt(theirs.document(), change.path);
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
