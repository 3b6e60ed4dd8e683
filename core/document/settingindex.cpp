#include "core/document/settingindex.h"

#include "core/document/setting.h"

namespace lanyard {

SettingIndex::SettingIndex(const QJsonArray &settings)
{
    m_entries.reserve(settings.size());
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const QJsonObject setting = settings.at(i).toObject();
        if (Setting::isNone(setting))
            continue;
        Entry &entry = m_entries[Setting::idIn(setting)];
        if (entry.first < 0)
            entry.first = i;
        else
            entry.isDoubled = true;
    }
}

qsizetype SettingIndex::only(const QString &id) const
{
    const Entry entry = m_entries.value(id);
    return entry.isDoubled ? -1 : entry.first;
}

} // namespace lanyard
