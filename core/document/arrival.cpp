#include "core/document/arrival.h"

#include "core/document/jsontext.h"
#include "core/document/ownform.h"
#include "core/document/samemeaning.h"
#include "core/document/user.h"

#include <algorithm>

namespace lanyard {

namespace {

// Of a password, every character counts, spaces too.
OwnForm formAt(const Path &path, const User &user)
{
    if (!path.isSetting()) {
        const UserField *field = userField(path.fieldKey());
        return field ? field->ownForm : OwnForm::None;
    }
    const auto setting = user.settingAt(path);
    const SettingKind kind = kindAt(path, user);
    if (kind == SettingKind::Url)
        return OwnForm::Address;
    return kind == SettingKind::Text && setting && !setting->looksSecret() ? OwnForm::Spaces : OwnForm::None;
}

bool meansTheSame(const Change &change, const User &now)
{
    return sameMeaning(kindAt(change.path, now), now.valueAt(change.path), change.value);
}

} // namespace

bool isDone(const Change &change, const User &now)
{
    const QJsonValue value = now.valueAt(change.path);
    if (value == change.value || (isJsonNothing(value) && isJsonNothing(change.value)))
        return true;
    return meansTheSame(change, now) &&
           !sameMeaning(kindAt(change.path, now), change.before.value_or(value), change.value);
}

bool isNormalised(const Change &change, const User &now)
{
    const QJsonValue value = now.valueAt(change.path);
    return change.wasSent && change.before && value.isString() && change.value.isString() &&
           !sameMeaning(kindAt(change.path, now), value, *change.before) &&
           isInOwnForm(change.value.toString(), value.toString(), formAt(change.path, now));
}

bool hasArrived(const Change &change, const User &now, Evidence evidence)
{
    const bool isThere = evidence == Evidence::Answer ? meansTheSame(change, now) : isDone(change, now);
    return isThere || isNormalised(change, now);
}

QList<Change> changesNotIn(const User &now, const QList<Change> &changes, Evidence evidence)
{
    QList<Change> missing;
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(missing), [&now, evidence](const Change &change) {
        return isGone(change, now) || !hasArrived(change, now, evidence);
    });
    return missing;
}

} // namespace lanyard
