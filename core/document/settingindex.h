#pragma once

#include <QHash>
#include <QJsonArray>
#include <QString>

namespace lanyard {

/// Where each setting stands in a document's list, by Setting::id(). Made once for a document: a lookup then costs the
/// same however many settings there are.
class SettingIndex
{
public:
    SettingIndex() = default;
    explicit SettingIndex(const QJsonArray &settings);

    /// -1 when none has that id, and when two have it: which of them is meant is not known, so neither is taken.
    [[nodiscard]] qsizetype only(const QString &id) const;
    /// The first one with that id; -1 when there is none.
    [[nodiscard]] qsizetype first(const QString &id) const;

private:
    struct Entry
    {
        qsizetype first = -1;
        bool isDoubled = false;
    };
    QHash<QString, Entry> m_entries;
};

} // namespace lanyard
