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
    if (isKnown)
        return;
    const QList<Setting> settings = user.settings();
    for (const Setting &setting : settings) {
        m_known.insert(setting.id(), {setting.fullName(), setting.typeName()});
        const Path named = Path::formerSetting(setting.id(), setting.fullName());
        if (setting.looksSecret())
            m_plain.erase(named);
        else
            m_plain.insert(named);
    }
    if (user.hasSettings())
        learnNewIds(SettingIds(user));
}

void SettingIdentity::learnNewIds(const SettingIds &now)
{
    m_newIds.removeIf([&now](const auto &former) { return now.contains(former.key()); }); // its own again, or another's
    const QStringList before = m_last.ids();
    for (const QString &id : before) {
        if (const QString newId = m_last.newId(id, {}, now); !newId.isNull())
            m_newIds.insert(id, newId);
    }
    m_last = now;
}

void SettingIdentity::learn(const Change &change)
{
    const QString id = change.path.settingId();
    if (!change.isPlainSetting || !change.settingName || m_known.value(id).name == *change.settingName)
        return; // what the service has reported counts
    m_plain.insert(Path::formerSetting(id, *change.settingName));
    if (!m_known.contains(id))
        m_known.insert(id, {*change.settingName, change.settingType.value_or(QString())});
}

Path SettingIdentity::named(const Path &path) const
{
    return path.isFormerSetting() || !path.isSetting()
               ? path
               : Path::formerSetting(path.settingId(), m_known.value(path.settingId()).name);
}

bool SettingIdentity::isPlain(const Path &path) const
{
    return m_plain.contains(named(path));
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
    return [next, ids = m_known.isEmpty() ? SettingIds() : SettingIds(next), last = m_last,
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
        const QString newId = last.newId(path.settingId(), SettingIds::kindOf(known->name, known->type), ids);
        if (!newId.isNull())
            return Path::setting(newId);
        const auto now = next.settingNameAt(path);
        return now && *now != known->name ? Path::formerSetting(path.settingId(), known->name) : path;
    };
}

Path SettingIdentity::restoredPath(const Change &change, const User &user)
{
    if (!change.settingName)
        return change.path;
    const QString &id = change.path.settingId();
    const QString kind = SettingIds::kindOf(*change.settingName, change.settingType.value_or(QString()));
    if (const QString newId = SettingIds().newId(id, kind, SettingIds(user)); !newId.isNull())
        return Path::setting(newId);
    const auto name = user.settingNameAt(change.path);
    return name && *name != *change.settingName ? Path::formerSetting(id, *change.settingName) : change.path;
}

} // namespace lanyard
