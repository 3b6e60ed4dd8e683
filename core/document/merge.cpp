#include "core/document/merge.h"

#include "core/document/arrival.h"
#include "core/document/jsontext.h"
#include "core/document/userfields.h"

#include <algorithm>
#include <map>

namespace lanyard {

namespace {

// One half of a place is not combined with the other half from somebody else.
QList<Change> withOtherHalf(QList<Change> changes, const User &theirs)
{
    const Change half = changes.constFirst();
    const auto other = otherHalf(half.path);
    if (changes.size() == 1 && other && half.otherBefore &&
        !sameMeaning(kindAt(*other, theirs), theirs.valueAt(*other), *half.otherBefore))
        changes.append(
            {*other, isJsonNothing(*half.otherBefore) ? QJsonValue(QString()) : *half.otherBefore, half.otherBefore});
    return changes;
}

} // namespace

bool canBeSet(const Change &change, const User &user)
{
    const Path &path = change.path;
    if (!path.isSetting())
        return isTextOrNothing(user.valueAt(path)) && !user.lock(path);
    return !path.isFormerSetting() && user.canSetSetting(path.settingId()) &&
           (!change.settingName || change.settingName == user.settingNameAt(path)) && fits(change, user);
}

bool fits(const Change &change, const User &user)
{
    const auto setting = change.settingType ? user.settingAt(change.path) : std::nullopt;
    return !setting || setting->typeName() == *change.settingType ||
           hasMeaning(settingType(setting->typeName()), change.value.toString());
}

Path placeOf(const Path &path)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field ? Path::field(QString(field->key)) : path;
}

Merge merged(const QList<Change> &mine, const User &theirs)
{
    std::map<Path, QList<Change>> places;
    for (const Change &change : mine)
        places[placeOf(change.path)].append(change);

    Merge merge;
    for (const auto &[place, changed] : places) {
        const QList<Change> changes = withOtherHalf(changed, theirs);
        const bool allCanBeSet = std::all_of(changes.begin(), changes.end(),
                                             [&theirs](const Change &change) { return canBeSet(change, theirs); });
        if (!allCanBeSet)
            continue;
        Conflict conflict{changes, {}};
        bool bothChanged = false;
        bool done = true;
        for (const Change &change : changes) {
            const QJsonValue now = theirs.valueAt(change.path);
            conflict.theirs.append(now);
            done = done && hasArrived(change, theirs);
            bothChanged = bothChanged || (!hasArrived(change, theirs, Evidence::Answer) &&
                                          !sameMeaning(kindAt(change.path, theirs), now, change.before.value_or(now)));
        }
        if (bothChanged)
            merge.conflicts.append(conflict);
        else if (!done)
            merge.changes += changes;
    }
    return merge;
}

} // namespace lanyard
