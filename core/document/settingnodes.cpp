#include "core/document/settingnodes.h"

#include "core/base/nameorder.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

class SettingNodesText
{
    Q_DECLARE_TR_FUNCTIONS(SettingNodes)

public:
    static QString noCategory() { return tr("General"); }
};

} // namespace

SettingNode *SettingNode::branch(const QString &branchName)
{
    SettingNode *&branch = branches[branchName];
    if (!branch)
        branch = add({branchName, None, this, 0, {}, {}});
    return branch;
}

SettingNode *SettingNode::add(SettingNode node)
{
    node.parent = this;
    children.push_back(std::make_unique<SettingNode>(std::move(node)));
    return children.back().get();
}

void SettingNode::sort(const QCollator &order)
{
    std::vector<std::pair<OrderKey, std::unique_ptr<SettingNode>>> named;
    named.reserve(children.size());
    for (auto &child : children)
        named.emplace_back(orderKey(order, child->name), std::move(child));
    std::stable_sort(named.begin(), named.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::transform(named.begin(), named.end(), children.begin(), [](auto &child) { return std::move(child.second); });
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i]->row = static_cast<int>(i);
        children[i]->sort(order);
    }
}

QList<int> SettingNode::rowsFromRoot() const
{
    QList<int> rows;
    for (const SettingNode *node = this; node->parent; node = node->parent)
        rows.prepend(node->row);
    return rows;
}

SettingNodes::SettingNodes() : m_tree(std::make_shared<Tree>()) {}

SettingNodes::SettingNodes(const QList<Setting> &settings) : m_settings(settings)
{
    const auto tree = std::make_shared<Tree>();
    tree->byId.reserve(settings.size());
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const Setting &setting = settings.at(i);
        const QString category = setting.category();
        const QString group = setting.group();
        SettingNode *branch = tree->root.branch(category.isEmpty() ? SettingNodesText::noCategory() : category);
        if (!group.isEmpty())
            branch = branch->branch(group);
        SettingNode *node = branch->add({setting.name(), i, branch, 0, {}, {}});
        SettingNode *&last = tree->byId[setting.id()];
        if (last)
            last->doubled = node->doubled = true;
        last = node;
    }
    tree->root.sort(nameOrder());
    m_tree = tree;
}

const Setting *SettingNodes::setting(const QString &id) const
{
    const SettingNode *node = find(id);
    return node ? &settingOf(*node) : nullptr;
}

std::optional<SettingNodes> SettingNodes::with(const QList<Setting> &settings) const
{
    if (settings.size() != m_settings.size() || settings.size() != m_tree->byId.size())
        return std::nullopt;
    QList<const Setting *> placed(settings.size(), nullptr);
    for (const Setting &setting : settings) {
        const SettingNode *node = find(setting.id());
        // An id that appears twice, before or now, has no node of its own.
        const bool isOwn = node && !node->doubled && !placed.at(node->setting);
        if (!isOwn || settingOf(*node).fullName() != setting.fullName())
            return std::nullopt;
        placed[node->setting] = &setting;
    }
    SettingNodes same;
    same.m_tree = m_tree;
    same.m_settings.reserve(settings.size());
    for (const Setting *setting : std::as_const(placed))
        same.m_settings.append(*setting);
    return same;
}

} // namespace lanyard
