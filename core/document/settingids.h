#pragma once

#include "core/document/change.h"

#include <QHash>
#include <QString>

#include <utility>

namespace lanyard {

/// What a setting is known again by: its full name (category, group and name) and its type.
using SettingMark = std::pair<QString, QString>;

/// The ids of the settings in a document, and which settings they stand for. A service that deletes and inserts its
/// settings at a save gives them new ids: what belonged to the old one belongs to the new one.
class SettingIds
{
public:
    SettingIds() = default;
    explicit SettingIds(const User &user);

    [[nodiscard]] bool contains(const QString &id) const { return m_byId.contains(id); }
    /// The new id, in the document @p next after this one, of the setting that had @p id: its own is gone, and the only
    /// setting with the same mark has one that was not there before. Null if that is not so, or if it is not certain.
    /// @p mark: of the setting, if this document does not have it.
    [[nodiscard]] QString newId(const QString &id, const SettingMark &mark, const SettingIds &next) const;
    /// newId() of each that has one.
    [[nodiscard]] QHash<QString, QString> newIds(const SettingIds &next) const;

private:
    QHash<QString, std::optional<SettingMark>> m_byId; // nullopt: several settings have that id
    QHash<SettingMark, std::optional<QString>> m_byMark;
};

/// @p changes, made to @p before, at the places where their settings are in @p next.
[[nodiscard]] QList<Change> followed(QList<Change> changes, const User &before, const User &next);

} // namespace lanyard
