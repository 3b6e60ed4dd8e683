#include "core/models/settingidentity.h"

#include "core/document/user.h"

namespace lanyard {

void SettingIdentity::learn(const User &user)
{
    const QList<Setting> settings = user.settings();
    for (const Setting &setting : settings)
        m_names.insert(setting.id(), setting.fullName());
}

Path SettingIdentity::pathIn(const User &next, const Path &path) const
{
    if (!path.isSetting())
        return path;
    if (path.isFormerSetting()) {
        const Path own = Path::setting(path.formerId());
        return next.settingNameAt(own) == path.formerName() ? own : path;
    }
    const auto known = m_names.constFind(path.settingId());
    const auto now = next.settingNameAt(path);
    const bool isAnother = known != m_names.constEnd() && now && *now != *known;
    return isAnother ? Path::formerSetting(path.settingId(), *known) : path;
}

} // namespace lanyard
