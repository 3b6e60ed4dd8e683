#include "core/document/settingids.h"

#include "core/document/user.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

template<typename Key, typename Value>
static void add(QHash<Key, std::optional<Value>> &all, const Key &key, const Value &value)
{
    const qsizetype before = all.size();
    std::optional<Value> &there = all[key];
    there = all.size() > before ? std::optional(value) : std::nullopt;
}

SettingIds::SettingIds(const User &user)
{
    const QList<Setting> &settings = user.settings();
    m_byId.reserve(settings.size());
    m_byMark.reserve(settings.size());
    for (const Setting &setting : settings) {
        const SettingMark mark{setting.fullName(), setting.typeName()};
        add(m_byId, setting.id(), mark);
        add(m_byMark, mark, setting.id());
    }
}

QString SettingIds::newId(const QString &id, const SettingMark &mark, const SettingIds &next) const
{
    if (id.isEmpty() || next.contains(id))
        return {};
    const auto known = m_byId.constFind(id);
    const std::optional<SettingMark> own = known == m_byId.constEnd() ? std::optional(mark) : *known;
    if (!own)
        return {};
    const auto was = m_byMark.constFind(*own);
    const auto now = next.m_byMark.constFind(*own);
    const bool isOnly =
        now != next.m_byMark.constEnd() && now->has_value() && (was == m_byMark.constEnd() || *was == id);
    const bool isNew = isOnly && !(*now)->isEmpty() && !contains(**now);
    return isNew && next.m_byId.value(**now) ? **now : QString();
}

QHash<QString, QString> SettingIds::newIds(const SettingIds &next) const
{
    QHash<QString, QString> all;
    for (auto own = m_byId.constBegin(); own != m_byId.constEnd(); ++own) {
        if (const QString now = newId(own.key(), {}, next); !now.isNull())
            all.insert(own.key(), now);
    }
    return all;
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
        const SettingMark mark{change.settingName.value_or(QString()), change.settingType.value_or(QString())};
        if (const QString id = then.newId(change.path.settingId(), mark, now); !id.isNull())
            change.path = Path::setting(id);
    }
    return changes;
}

} // namespace lanyard
