#pragma once

#include "core/document/change.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace lanyard {

/// The ids of the settings in a document, and which settings they stand for. A service that deletes and inserts its
/// settings at a save gives them new ids: what belonged to the old one belongs to the new one.
class SettingIds
{
public:
    SettingIds() = default;
    explicit SettingIds(const User &user);

    /// A setting's full name (category, group and name) and type: by that it is known again.
    [[nodiscard]] static QString kindOf(const QString &fullName, const QString &typeName);

    [[nodiscard]] bool contains(const QString &id) const { return m_kinds.contains(id); }
    [[nodiscard]] QStringList ids() const { return m_kinds.keys(); }
    /// The kindOf() the setting with that id; null if there is none, or if two have it.
    [[nodiscard]] QString kindAt(const QString &id) const;
    /// The new id, in the document @p next after this one, of the setting that had @p id: its own is gone, and the only
    /// setting of the same kind has one that was not there before. Null if that is not so, or if it is not certain.
    /// @p kind: of the setting, if this document does not have it.
    [[nodiscard]] QString newId(const QString &id, const QString &kind, const SettingIds &next) const;

private:
    QHash<QString, QStringList> m_kinds; // by id: several if settings share it
    QHash<QString, QStringList> m_ids;   // by kind
};

/// @p changes, made to @p before, at the places where their settings are in @p next.
[[nodiscard]] QList<Change> followed(QList<Change> changes, const User &before, const User &next);

} // namespace lanyard
