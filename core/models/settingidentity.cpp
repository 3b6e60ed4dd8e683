#include "core/models/settingidentity.h"

#include "core/document/user.h"

namespace lanyard {

void SettingIdentity::learn(const User &user)
{
    const QList<Setting> settings = user.settings();
    for (const Setting &setting : settings) {
        m_names.insert(setting.id(), setting.fullName());
        const Path named = Path::formerSetting(setting.id(), setting.fullName());
        if (setting.looksSecret())
            m_plain.erase(named);
        else
            m_plain.insert(named);
    }
}

void SettingIdentity::learn(const Change &change)
{
    const QString id = change.path.settingId();
    if (!change.isPlainSetting || !change.settingName || m_names.value(id) == *change.settingName)
        return; // what the service has reported counts
    m_plain.insert(Path::formerSetting(id, *change.settingName));
    if (!m_names.contains(id))
        m_names.insert(id, *change.settingName);
}

Path SettingIdentity::named(const Path &path) const
{
    return path.isFormerSetting() || !path.isSetting()
               ? path
               : Path::formerSetting(path.settingId(), m_names.value(path.settingId()));
}

bool SettingIdentity::isPlain(const Path &path) const
{
    return m_plain.contains(named(path));
}

Path SettingIdentity::pathIn(const User &next, const Path &path) const
{
    if (!path.isSetting())
        return path;
    if (path.isFormerSetting()) {
        const Path own = Path::setting(path.settingId());
        return next.settingNameAt(own) == path.formerName() ? own : path;
    }
    const auto known = m_names.constFind(path.settingId());
    const auto now = next.settingNameAt(path);
    const bool isAnother = known != m_names.constEnd() && now && *now != *known;
    return isAnother ? Path::formerSetting(path.settingId(), *known) : path;
}

} // namespace lanyard
