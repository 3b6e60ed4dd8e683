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
    static_cast<void>(user.settingNodes()); // of which the copies are to have the same
    m_reported = user;
    if (!user.hasSettings())
        return;
    if (!isKnown && m_withSettings.hasSettings()) {
        keepFormer(user);
        learnNewIds(user);
    }
    m_withSettings = user;
}

// What the next document will not tell.
void SettingIdentity::keepFormer(const User &next)
{
    for (const Setting &setting : m_withSettings.settings()) {
        const Setting *now = next.settingNodes().setting(setting.id());
        if (now && now->fullName() == setting.fullName())
            continue;
        m_former.insert(setting.id(), {setting.fullName(), setting.typeName()});
        const std::pair named(setting.id(), setting.fullName());
        if (setting.looksSecret())
            m_formerPlain.remove(named);
        else
            m_formerPlain.insert(named);
    }
}

std::optional<SettingMark> SettingIdentity::markOf(const QString &id) const
{
    if (const Setting *setting = m_withSettings.settingNodes().setting(id))
        return SettingMark{setting->fullName(), setting->typeName()};
    const auto former = m_former.constFind(id);
    return former == m_former.constEnd() ? std::nullopt : std::optional(*former);
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
    const auto known = markOf(id);
    if (!change.isPlainSetting || !change.settingName || (known && known->first == *change.settingName))
        return; // what the service has reported counts
    m_formerPlain.insert({id, *change.settingName});
    if (!known)
        m_former.insert(id, {*change.settingName, change.settingType.value_or(QString())});
}

Path SettingIdentity::named(const Path &path) const
{
    return path.isFormerSetting() || !path.isSetting()
               ? path
               : Path::formerSetting(path.settingId(), markOf(path.settingId()).value_or(SettingMark()).first);
}

bool SettingIdentity::isPlain(const Path &path) const
{
    if (!path.isSetting())
        return false;
    const Path known = named(path);
    const Setting *setting = m_withSettings.settingNodes().setting(known.settingId());
    return setting && setting->fullName() == known.formerName()
               ? !setting->looksSecret()
               : m_formerPlain.contains({known.settingId(), known.formerName()});
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
    const bool isFirst = m_former.isEmpty() && m_withSettings.isEmpty();
    return [next, ids = isFirst ? SettingIds() : SettingIds(next), last = SettingIds(m_withSettings),
            self = *this](const Path &path) {
        if (!path.isSetting())
            return path;
        if (path.isFormerSetting()) {
            const Path own = Path::setting(path.settingId());
            return next.settingNameAt(own) == path.formerName() ? own : path;
        }
        const auto known = self.markOf(path.settingId());
        if (!known)
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
