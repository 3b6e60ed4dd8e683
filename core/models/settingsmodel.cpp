#include "core/models/settingsmodel.h"

#include "core/document/servicelist.h"
#include "core/models/documentedits.h"
#include "core/models/settingcell.h"

#include <array>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr std::array settingHeaders{
    QT_TRANSLATE_NOOP("lanyard::SettingsModel", "Name"), QT_TRANSLATE_NOOP("lanyard::SettingsModel", "Value"),
    QT_TRANSLATE_NOOP("lanyard::SettingsModel", "Type"), QT_TRANSLATE_NOOP("lanyard::SettingsModel", "Description")};
static_assert(settingHeaders.size() == SettingsModel::ColumnCount);

} // namespace

SettingsModel::SettingsModel(DocumentEdits &user, QObject *parent) : QAbstractItemModel(parent), m_user(user)
{
    connect(&m_user, &DocumentEdits::changed, this, &SettingsModel::announce);
    connect(&m_user, &DocumentEdits::reloaded, this, &SettingsModel::update);
    connect(&m_user, &DocumentEdits::hiddenChanged, this, [this] { announceAll(*m_tree.root()); });
    update();
}

SettingsModel::~SettingsModel() = default;

QString SettingsModel::listRemark() const
{
    const QJsonValue list = m_user.base().value("settings"_L1);
    if (listForm(list) == ListForm::Unreadable)
        return m_tree.isEmpty()
                   ? tr("The service sent the list of settings in a form that Lanyard cannot read.")
                   : tr("These are the settings as last read: the service has sent the list in a form that Lanyard "
                        "cannot read.");
    const auto unread = static_cast<int>(list.toArray().size() - m_user.base().settings().size());
    return unread > 0 ? tr("%n entry(s) in the service’s list of settings cannot be read.", nullptr, unread)
                      : QString();
}

QString SettingsModel::emptyText() const
{
    const QString remark = listRemark();
    return remark.isEmpty() ? tr("This account has no settings.") : remark;
}

void SettingsModel::update()
{
    updateTree();
    const QString remark = listRemark();
    if (std::exchange(m_listRemark, remark) != remark)
        Q_EMIT listRemarkChanged();
}

// After a save or a reload with the same settings the tree stays, and with it the selection and open branches.
void SettingsModel::updateTree()
{
    const User &user = m_user.base();
    const bool isSame = isShown(user);
    User before = std::exchange(m_shown, user); // until its tree is not shown any more
    followList(isSame);
    letGo(std::move(before));
}

void SettingsModel::followList(bool isSame)
{
    const User &user = m_user.base();
    if (user.id() != m_userId)
        return rebuild(); // even if they look the same: an open editor must not be applied to another user's settings
    if (isSame)
        return announceMarked();
    // Omitted from the response, which never means deleted: they are shown, and locked until they return.
    if (!user.isEmpty() && !user.hasSettings() && !m_tree.isEmpty())
        return announceAll(*m_tree.root());
    const SettingNodes &now = user.settingNodes();
    const auto same = now.hasNodesOf(m_tree) ? std::optional(now) : m_tree.with(user.settings());
    if (!same) {
        Q_EMIT aboutToRebuild();
        return rebuild();
    }
    m_tree = *same;
    announceAll(*m_tree.root());
    dropLostMisfits();
}

// What presentation mode hides in them comes from both lists.
bool SettingsModel::isShown(const User &user) const
{
    const bool hasSameKeys = m_shown.hasSameList(u"apiKeys"_s, user) || (!m_shown.hasApiKeys() && !user.hasApiKeys());
    return m_shown.hasSameList(u"settings"_s, user) && hasSameKeys;
}

void SettingsModel::rebuild()
{
    beginResetModel();
    m_userId = m_user.base().id();
    m_tree = m_user.base().settingNodes();
    m_marked = marked();
    endResetModel();
    dropLostMisfits();
}

void SettingsModel::announce(const Path &path)
{
    m_marked.insert(path);
    if (const SettingNode *node = nodeAt(path))
        Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, ColumnCount - 1));
    if (m_user.hasMisfit(path)) // undo or redo may have brought it back
        dropLostMisfits();
}

// The settings with an edit or a remark, now or before; of the others, nothing has changed.
void SettingsModel::announceMarked()
{
    std::set<Path> places = marked();
    const std::set<Path> before = std::exchange(m_marked, places);
    places.insert(before.begin(), before.end());
    std::map<QList<int>, const SettingNode *> rows; // as in the tree
    for (const Path &place : places) {
        for (const SettingNode *node = nodeAt(place); node && node->parent; node = node->parent)
            rows.insert({node->rowsFromRoot(), node});
    }
    for (const auto &[place, node] : rows)
        Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, ColumnCount - 1));
    dropLostMisfits();
}

std::set<Path> SettingsModel::marked() const
{
    std::set<Path> places = unsaved();
    places.merge(m_user.noticed());
    return places;
}

// All rows of a branch at once: a filter looks at the whole branch each time.
void SettingsModel::announceAll(const SettingNode &branch)
{
    if (branch.children.empty())
        return;
    Q_EMIT dataChanged(indexOf(branch.children.front().get(), 0),
                       indexOf(branch.children.back().get(), ColumnCount - 1));
    for (const auto &child : branch.children)
        announceAll(*child);
}

const SettingNode *SettingsModel::nodeWith(const QString &id) const
{
    const SettingNode *node = m_tree.find(id);
    return node ? node : m_tree.find(m_user.settingIds().idNow(id));
}

const SettingNode *SettingsModel::nodeAt(const Path &path) const
{
    return path.isSetting() && !path.isFormerSetting() ? m_tree.find(path.settingId()) : nullptr;
}

const SettingNode *SettingsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const SettingNode *>(index.internalPointer()) : m_tree.root();
}

QModelIndex SettingsModel::indexOf(const SettingNode *node, int column) const
{
    return node == m_tree.root() ? QModelIndex() : createIndex(node->row, column, node);
}

QModelIndex SettingsModel::index(int row, int column, const QModelIndex &parent) const
{
    const SettingNode *node = nodeOf(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SettingsModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent, 0) : QModelIndex();
}

int SettingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int SettingsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant SettingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(settingHeaders.at(static_cast<std::size_t>(section)));
}

QString SettingsModel::shown(const QString &text) const
{
    return m_user.hidden().shown(text);
}

bool SettingsModel::holdsSecret(const QString &text) const
{
    return m_user.hidden().finds(text);
}

bool SettingsModel::hidesKnown(const QString &text) const
{
    return m_user.hidden().hidesKnown(text);
}

QString SettingsModel::searched(const QString &words) const
{
    return m_user.hidden().searched(words);
}

QModelIndex SettingsModel::indexOfSetting(const QString &id) const
{
    const SettingNode *node = nodeWith(id);
    return node ? indexOf(node, Value) : QModelIndex();
}

QModelIndexList SettingsModel::branchesIn(const QModelIndex &branch) const
{
    QModelIndexList branches;
    for (const SettingNode *node : nodeOf(branch)->branches)
        branches << indexOf(node, Name);
    return branches;
}

QString SettingsModel::fullNameOf(const QString &id) const
{
    const SettingNode *node = nodeWith(id);
    return node ? m_tree.settingOf(*node).fullName() : QString();
}

} // namespace lanyard

#include "moc_settingsmodel.cpp"
