#include "core/models/settingnodes.h"

#include "core/base/nameorder.h"

#include <QCoreApplication>
#include <QSet>

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
        branch = add({branchName, {}, this, 0, {}, {}});
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
    std::vector<std::pair<QCollatorSortKey, std::unique_ptr<SettingNode>>> named;
    named.reserve(children.size());
    for (auto &child : children)
        named.emplace_back(order.sortKey(child->name), std::move(child));
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

SettingNodes::SettingNodes(const QList<Setting> &settings) : SettingNodes()
{
    for (const Setting &setting : settings) {
        const QString category = setting.category();
        const QString group = setting.group();
        SettingNode *branch = m_root->branch(category.isEmpty() ? SettingNodesText::noCategory() : category);
        if (!group.isEmpty())
            branch = branch->branch(group);
        SettingNode *node = branch->add({setting.name(), setting, branch, 0, {}, {}});
        if (SettingNode *other = find(setting.id()))
            other->doubled = node->doubled = true;
        m_byId.insert(setting.id(), node);
    }
    m_root->sort(nameOrder());
}

bool SettingNodes::isTreeOf(const QList<Setting> &settings) const
{
    QSet<const SettingNode *> met;
    return settings.size() == m_byId.size() &&
           std::all_of(settings.begin(), settings.end(), [this, &met](const Setting &setting) {
               const SettingNode *node = find(setting.id());
               // An id that appears twice, before or now, has no node of its own.
               const bool isOwn = node && !node->doubled && !met.contains(node);
               met.insert(node);
               return isOwn && node->setting->fullName() == setting.fullName();
           });
}

void SettingNodes::update(const QList<Setting> &settings)
{
    for (const Setting &setting : settings)
        find(setting.id())->setting = setting;
}

} // namespace lanyard
