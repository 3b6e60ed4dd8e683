#include "core/models/settingidentity.h"

using namespace Qt::StringLiterals;

namespace lanyard {

// Most documents have the settings of the one before; each question about thousands of them takes long.
bool SettingIdentity::isAsReported(const User &user) const
{
    return user.id() == m_reported.id() && user.hasSameList(u"settings"_s, m_reported);
}

void SettingIdentity::learn(const User &user)
{
    const bool isKnown = isAsReported(user);
    m_reported = user;
    if (!isKnown) {
        for (const Setting &setting : user.settings()) {
            m_known.insert(setting.id(), {setting.fullName(), setting.typeName()});
            const std::pair named(setting.id(), setting.fullName());
            if (setting.looksSecret())
                m_plain.remove(named);
            else
                m_plain.insert(named);
        }
        if (user.hasSettings() && m_withSettings.hasSettings())
            learnNewIds(user);
    }
    if (user.hasSettings())
        m_withSettings = user;
}

void SettingIdentity::learnNewIds(const User &next)
{
    const SettingIds now(next);
    m_newIds.removeIf([&now](const auto &former) { return now.contains(former.key()); }); // its own again, or another's
    m_newIds.insert(SettingIds(m_withSettings).newIds(now));
}

void SettingIdentity::learn(const Change &change)
{
    const QString id = change.path.settingId();
    if (!change.isPlainSetting || !change.settingName || m_known.value(id).first == *change.settingName)
        return; // what the service has reported counts
    m_plain.insert({id, *change.settingName});
    if (!m_known.contains(id))
        m_known.insert(id, {*change.settingName, change.settingType.value_or(QString())});
}

Path SettingIdentity::named(const Path &path) const
{
    return path.isFormerSetting() || !path.isSetting()
               ? path
               : Path::formerSetting(path.settingId(), m_known.value(path.settingId()).first);
}

bool SettingIdentity::isPlain(const Path &path) const
{
    const Path known = named(path);
    return path.isSetting() && m_plain.contains({known.settingId(), known.formerName()});
}

QString SettingIdentity::idNow(const QString &id) const
{
    QString now = id;
    for (auto next = m_newIds.constFind(now); next != m_newIds.constEnd(); next = m_newIds.constFind(now))
        now = *next;
    return now;
}

std::function<Path(const Path &)> SettingIdentity::pathsIn(const User &next) const
{
    if (isAsReported(next))
        return [](const Path &path) { return path; };
    // Before the first document nothing is known that could have moved.
    return [next, ids = m_known.isEmpty() ? SettingIds() : SettingIds(next), last = SettingIds(m_withSettings),
            all = m_known](const Path &path) {
        if (!path.isSetting())
            return path;
        if (path.isFormerSetting()) {
            const Path own = Path::setting(path.settingId());
            return next.settingNameAt(own) == path.formerName() ? own : path;
        }
        const auto known = all.constFind(path.settingId());
        if (known == all.constEnd())
            return path;
        const QString newId = last.newId(path.settingId(), *known, ids);
        if (!newId.isNull())
            return Path::setting(newId);
        const auto now = next.settingNameAt(path);
        return now && *now != known->first ? Path::formerSetting(path.settingId(), known->first) : path;
    };
}

Path SettingIdentity::restoredPath(const Change &change, const User &user)
{
    if (!change.settingName)
        return change.path;
    const QString &id = change.path.settingId();
    const SettingMark mark{*change.settingName, change.settingType.value_or(QString())};
    if (const QString newId = SettingIds().newId(id, mark, SettingIds(user)); !newId.isNull())
        return Path::setting(newId);
    const auto name = user.settingNameAt(change.path);
    return name && *name != *change.settingName ? Path::formerSetting(id, *change.settingName) : change.path;
}

} // namespace lanyard
