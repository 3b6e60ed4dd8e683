#include "core/models/placeproblem.h"

#include "core/document/user.h"
#include "core/models/documentedits.h"
#include "core/models/fieldremark.h"
#include "core/models/settingvalue.h"

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

} // namespace lanyard
