#include "core/models/settingsmodel.h"

#include "core/account/jsontext.h"
#include "core/base/text.h"
#include "core/models/editeduser.h"
#include "core/models/fieldvalue.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace lanyard {

struct SettingsModel::Node
{
    QString name;
    std::optional<Setting> setting; // nothing: a category or group
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
    bool doubled = false; // another setting has the same id: a change would not know which one is meant

    Node *branch(const QString &branchName)
    {
        const auto found = std::find_if(children.begin(), children.end(), [&branchName](const auto &child) {
            return !child->setting && child->name == branchName;
        });
        return found == children.end() ? add({branchName, {}, this, 0, {}}) : found->get();
    }

    Node *add(Node node)
    {
        node.parent = this;
        children.push_back(std::make_unique<Node>(std::move(node)));
        return children.back().get();
    }

    void sort()
    {
        std::stable_sort(children.begin(), children.end(), [](const auto &a, const auto &b) {
            return QString::localeAwareCompare(a->name, b->name) < 0;
        });
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i]->row = static_cast<int>(i);
            children[i]->sort();
        }
    }
};

namespace {

constexpr std::array settingHeaders{
    QT_TRANSLATE_NOOP("SettingsModel", "Name"), QT_TRANSLATE_NOOP("SettingsModel", "Value"),
    QT_TRANSLATE_NOOP("SettingsModel", "Type"), QT_TRANSLATE_NOOP("SettingsModel", "Description")};
static_assert(settingHeaders.size() == SettingsModel::ColumnCount);

// A cell shows the beginning of a value; the whole of it is in the editor.
constexpr qsizetype CellLimit = 300;

// A password shows nothing of itself, not even its end; several lines become one.
QString cellText(const Setting &setting, const QString &value)
{
    if (setting.looksSecret())
        return value.isEmpty() ? QString() : QString(8, u'•');
    return visibleText(value.left(CellLimit * 4).simplified(), false, CellLimit);
}

// A secret is edited in one masked line. What does not fit there would be shown by an editor, or harmed.
bool fitsMaskedLine(const Setting &setting)
{
    return !setting.looksSecret() || fitsEditor(FieldKind::Text, setting.value());
}

} // namespace

SettingsModel::SettingsModel(EditedUser &user, QObject *parent)
    : QAbstractItemModel(parent), m_user(user), m_root(std::make_unique<Node>())
{
    connect(&m_user, &EditedUser::changed, this, &SettingsModel::announce);
    connect(&m_user, &EditedUser::reloaded, this, &SettingsModel::update);
    rebuild();
}

SettingsModel::~SettingsModel() = default;

// After a save or a reload with the same settings the tree stays, so that selection and open branches do.
void SettingsModel::update()
{
    const User &user = m_user.base();
    if (user.id() != m_personId)
        return rebuild(); // even if they look the same: nothing that is open may be taken for the next person's
    if (!user.isEmpty() && !user.hasSettings() && !m_byId.isEmpty()) {
        // Left out of the answer, which never means deleted: they are shown, and locked until they come again.
        for (const Node *node : std::as_const(m_byId))
            Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, ColumnCount - 1));
        return;
    }
    const QList<Setting> settings = user.settings();
    QSet<const Node *> met;
    const bool sameTree = settings.size() == m_byId.size() &&
                          std::all_of(settings.begin(), settings.end(), [this, &met](const Setting &setting) {
                              const Node *node = m_byId.value(setting.id());
                              // An id that stands twice, before or now, has no node of its own.
                              const bool isOwn = node && !node->doubled && !met.contains(node);
                              met.insert(node);
                              return isOwn && node->setting->name() == setting.name() &&
                                     node->setting->category() == setting.category() &&
                                     node->setting->group() == setting.group();
                          });
    if (!sameTree) {
        Q_EMIT aboutToRebuild();
        return rebuild();
    }
    for (const Setting &setting : settings) {
        Node *node = m_byId.value(setting.id());
        node->setting = setting;
        Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, ColumnCount - 1));
    }
}

void SettingsModel::rebuild()
{
    beginResetModel();
    m_personId = m_user.base().id();
    m_byId.clear();
    m_root = std::make_unique<Node>();
    const QList<Setting> settings = m_user.base().settings();
    for (const Setting &setting : settings) {
        const QString category = setting.category().isEmpty() ? tr("General") : setting.category();
        Node *branch = m_root->branch(category);
        if (!setting.group().isEmpty())
            branch = branch->branch(setting.group());
        Node *node = branch->add({setting.name(), setting, branch, 0, {}});
        if (Node *other = m_byId.value(setting.id()))
            other->doubled = node->doubled = true;
        m_byId.insert(setting.id(), node);
    }
    m_root->sort();
    endResetModel();
}

void SettingsModel::announce(const Path &path)
{
    const Node *node = path.isSetting() ? m_byId.value(path.settingId()) : nullptr;
    if (node)
        Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, ColumnCount - 1));
}

SettingsModel::Node *SettingsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex SettingsModel::indexOf(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

QModelIndex SettingsModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
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

QVariant SettingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (node.setting)
        return settingData(node, index.column(), role);
    if (role == IsSettingRole)
        return false;
    return role == Qt::DisplayRole && index.column() == Name ? QVariant(visibleText(node.name, false, CellLimit))
                                                             : QVariant();
}

bool SettingsModel::canEdit(const Node &node) const
{
    return node.setting && !node.setting->readOnly() && !node.doubled && m_user.base().hasSettings() &&
           fitsMaskedLine(*node.setting);
}

QString SettingsModel::lockReason(const Node &node) const
{
    if (canEdit(node))
        return {};
    return fitsMaskedLine(*node.setting)
               ? tr("Set by the service: it cannot be changed here.")
               : tr("A secret that is not a single line of text: it stays hidden and cannot be changed here.");
}

QString SettingsModel::valueOf(const Node &node) const
{
    // Of its own, not that of the base: there, settings may have been left out, and an id may stand twice.
    const Path path = Path::setting(node.setting->id());
    return m_user.isEdited(path) ? jsonText(m_user.value(path)) : node.setting->value();
}

QVariant SettingsModel::settingData(const Node &node, int column, int role) const
{
    const Setting &setting = *node.setting;
    const Path path = Path::setting(setting.id());
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Name:
            return visibleText(setting.name(), false, CellLimit);
        case Value:
            return cellText(setting, valueOf(node));
        case Type:
            return visibleText(setting.typeName(), false, CellLimit);
        default:
            return visibleText(setting.description(), false, CellLimit);
        }
    case Qt::EditRole:
        return column == Value ? QVariant(valueOf(node)) : QVariant();
    case TypeRole:
        return static_cast<int>(setting.type());
    case ReadOnlyRole:
        return !canEdit(node);
    case LockReasonRole:
        return lockReason(node);
    case ChangedRole:
        return m_user.isEdited(path);
    case SecretRole:
        return setting.looksSecret();
    case NoticeRole:
        return m_user.notice(path);
    case IsSettingRole:
        return true;
    case IdRole:
        return setting.id();
    case HeldRole:
        return valueAt(m_user.base().document(), path);
    default:
        return {};
    }
}

bool SettingsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Node &node = *nodeOf(index);
    if (value.toString() != valueOf(node))
        m_user.edit(Path::setting(node.setting->id()), value.toString());
    return true;
}

QVariant SettingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(settingHeaders.at(static_cast<std::size_t>(section)));
}

Qt::ItemFlags SettingsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == Value)
        flags.setFlag(Qt::ItemIsEditable, canEdit(*nodeOf(index)));
    return flags;
}

QModelIndex SettingsModel::indexOfSetting(const QString &id) const
{
    const Node *node = m_byId.value(id);
    return node ? indexOf(node, Value) : QModelIndex();
}

bool SettingsModel::setText(const QString &id, const QString &text, const QJsonValue &before)
{
    const Node *node = m_byId.value(id);
    if (!node || !canEdit(*node))
        return false;
    if (text != valueOf(*node))
        m_user.edit({{Path::setting(id), text, before}});
    return true;
}

void SettingsModel::revertAt(const QModelIndex &index)
{
    if (const Node *node = nodeOf(index); node->setting)
        m_user.revert(Path::setting(node->setting->id()));
}

} // namespace lanyard

#include "moc_settingsmodel.cpp"
