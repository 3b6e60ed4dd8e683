#include "core/document/settingids.h"

#include "core/document/user.h"

using namespace Qt::StringLiterals;

namespace lanyard {

SettingIds::SettingIds(const User &user)
{
    const QList<Setting> settings = user.settings();
    for (const Setting &setting : settings) {
        const QString kind = kindOf(setting.fullName(), setting.typeName());
        m_kinds[setting.id()].append(kind);
        m_ids[kind].append(setting.id());
    }
}

QString SettingIds::kindOf(const QString &fullName, const QString &typeName)
{
    return typeName + u'\0' + fullName;
}

QString SettingIds::kindAt(const QString &id) const
{
    const QStringList kinds = m_kinds.value(id);
    return kinds.size() == 1 ? kinds.constFirst() : QString();
}

QString SettingIds::newId(const QString &id, const QString &kind, const SettingIds &next) const
{
    if (id.isEmpty() || next.contains(id))
        return {};
    const QString known = contains(id) ? kindAt(id) : kind;
    const QStringList now = next.m_ids.value(known);
    const QStringList was = m_ids.value(known);
    const bool isOnly = now.size() == 1 && (was.isEmpty() || was == QStringList{id});
    const bool isNew = isOnly && !now.constFirst().isEmpty() && !contains(now.constFirst());
    return isNew && !next.kindAt(now.constFirst()).isNull() ? now.constFirst() : QString();
}

QList<Change> followed(QList<Change> changes, const User &before, const User &next)
{
    if (before.hasSameList(u"settings"_s, next))
        return changes;
    const SettingIds then(before);
    const SettingIds now(next);
    for (Change &change : changes) {
        if (!change.path.isSetting() || change.path.isFormerSetting())
            continue;
        const QString kind =
            SettingIds::kindOf(change.settingName.value_or(QString()), change.settingType.value_or(QString()));
        if (const QString id = then.newId(change.path.settingId(), kind, now); !id.isNull())
            change.path = Path::setting(id);
    }
    return changes;
}

} // namespace lanyard
