#pragma once

#include "core/document/setting.h"

#include <QCollator>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace lanyard {

/// One row of the tree of settings: a category, a group or a setting.
struct SettingNode
{
    static constexpr qsizetype None = -1;

    QString name;
    qsizetype setting = None; ///< see SettingNodes::settingOf(); None: a category or group
    SettingNode *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<SettingNode>> children;
    QHash<QString, SettingNode *> branches; ///< the categories or groups among the children, by name
    bool doubled = false;                   ///< another setting has the same id: a change would be ambiguous

    [[nodiscard]] bool isSetting() const { return setting != None; }
    /// The category or group of that name; a new one if there is none.
    [[nodiscard]] SettingNode *branch(const QString &branchName);
    SettingNode *add(SettingNode node);
    void sort(const QCollator &order);
    /// The rows that lead to it from the root: compared, they give the order in the tree.
    [[nodiscard]] QList<int> rowsFromRoot() const;
};

/// Settings by category, group (omitted if empty) and name; each level sorted by name. Copies share the nodes, which
/// nobody changes once they are made: that takes long for thousands, and may be done in another thread.
class SettingNodes
{
public:
    SettingNodes();
    explicit SettingNodes(const QList<Setting> &settings);

    [[nodiscard]] const SettingNode *root() const { return &m_tree->root; }
    [[nodiscard]] bool isEmpty() const { return m_tree->byId.isEmpty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_settings.size()); }
    /// The node of the setting with that id, the last one if two have it; null if there is none.
    [[nodiscard]] const SettingNode *find(const QString &id) const { return m_tree->byId.value(id); }
    /// @p node is a setting's.
    [[nodiscard]] const Setting &settingOf(const SettingNode &node) const { return m_settings.at(node.setting); }
    /// The same for find(); null if there is none.
    [[nodiscard]] const Setting *setting(const QString &id) const;
    /// @p settings at the same nodes; nullopt if they would make another tree.
    [[nodiscard]] std::optional<SettingNodes> with(const QList<Setting> &settings) const;
    /// Whether they share their nodes.
    [[nodiscard]] bool hasNodesOf(const SettingNodes &other) const { return m_tree == other.m_tree; }

private:
    struct Tree
    {
        SettingNode root;
        QHash<QString, SettingNode *> byId;
    };

    std::shared_ptr<const Tree> m_tree;
    QList<Setting> m_settings; // by SettingNode::setting
};

} // namespace lanyard
