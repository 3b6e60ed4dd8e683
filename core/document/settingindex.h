#pragma once

#include <QHash>
#include <QJsonArray>
#include <QString>

namespace lanyard {

/// The position of each setting in a document's list, by Setting::id(). Built once per document: lookups take constant
/// time.
class SettingIndex
{
public:
    SettingIndex() = default;
    explicit SettingIndex(const QJsonArray &settings);

    /// -1 if no setting has that id, or if two have it: it is unknown which is meant, so neither is used.
    [[nodiscard]] qsizetype only(const QString &id) const;
    [[nodiscard]] bool contains(const QString &id) const { return m_entries.contains(id); }

private:
    struct Entry
    {
        qsizetype first = -1;
        bool isDoubled = false;
    };
    QHash<QString, Entry> m_entries;
};

} // namespace lanyard
