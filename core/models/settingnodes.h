#pragma once

#include "core/document/setting.h"

#include <QCollator>
#include <QHash>
#include <QList>

#include <memory>
#include <vector>

namespace lanyard {

/// One row of the tree of settings: a category, a group or a setting.
struct SettingNode
{
    QString name;
    std::optional<Setting> setting; ///< nullopt: a category or group
    SettingNode *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<SettingNode>> children;
    QHash<QString, SettingNode *> branches; ///< the categories or groups among the children, by name
    bool doubled = false;                   ///< another setting has the same id: a change would be ambiguous

    /// The category or group of that name; a new one if there is none.
    [[nodiscard]] SettingNode *branch(const QString &branchName);
    SettingNode *add(SettingNode node);
    void sort(const QCollator &order);
    /// The rows that lead to it from the root: compared, they give the order in the tree.
    [[nodiscard]] QList<int> rowsFromRoot() const;
};

/// Settings by category, group (omitted if empty) and name; each level sorted by name. Its nodes stay where they are
/// until the tree is replaced.
class SettingNodes
{
public:
    SettingNodes() : m_root(std::make_unique<SettingNode>()) {}
    explicit SettingNodes(const QList<Setting> &settings);

    [[nodiscard]] SettingNode *root() const { return m_root.get(); }
    /// The node of the setting with that id, the last one if two have it; null if there is none.
    [[nodiscard]] SettingNode *find(const QString &id) const { return m_byId.value(id); }
    /// By id: all nodes that find() can return.
    [[nodiscard]] const QHash<QString, SettingNode *> &nodes() const { return m_byId; }
    /// Whether @p settings would make the same tree: then update() is enough.
    [[nodiscard]] bool isTreeOf(const QList<Setting> &settings) const;
    void update(const QList<Setting> &settings);

private:
    std::unique_ptr<SettingNode> m_root;
    QHash<QString, SettingNode *> m_byId;
};

} // namespace lanyard
