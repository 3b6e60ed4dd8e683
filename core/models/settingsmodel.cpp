#include "core/models/settingsmodel.h"

#include "core/base/text.h"
#include "core/document/jsontext.h"
#include "core/models/documentedits.h"
#include "core/models/fieldvalue.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

struct SettingsModel::Node
{
    QString name;
    std::optional<Setting> setting; // nullopt: a category or group
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
    QHash<QString, Node *> branches; // the child branches, by name
    bool doubled = false;            // another setting has the same id: a change would be ambiguous

    Node *branch(const QString &branchName)
    {
        Node *&branch = branches[branchName];
        if (!branch)
            branch = add({branchName, {}, this, 0, {}, {}});
        return branch;
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

// A cell shows the beginning of a value; the editor shows the whole value.
constexpr qsizetype CellLimit = 300;

constexpr qsizetype ToolTipLimit = 2000;

// A password shows nothing of itself, not even its end; multiple lines are joined into one.
QString cellText(const Setting &setting, const QString &value, qsizetype limit)
{
    if (setting.looksSecret())
        return value.isEmpty() ? QString() : QString(8, u'•');
    return visibleText(value.left(limit * 4).simplified(), false, limit);
}

// A secret is edited in one masked line. An editor would reveal or damage a value that does not fit.
bool fitsMaskedLine(const Setting &setting)
{
    return !setting.looksSecret() || fitsEditor(FieldKind::Text, setting.value());
}

} // namespace

SettingsModel::SettingsModel(DocumentEdits &user, QObject *parent)
    : QAbstractItemModel(parent), m_user(user), m_root(std::make_unique<Node>())
{
    connect(&m_user, &DocumentEdits::changed, this, &SettingsModel::announce);
    connect(&m_user, &DocumentEdits::reloaded, this, &SettingsModel::update);
    rebuild();
}

SettingsModel::~SettingsModel() = default;

// After a save or a reload with the same settings the tree stays, and with it the selection and open branches.
void SettingsModel::update()
{
    const User &user = m_user.base();
    if (user.id() != m_personId)
        return rebuild(); // even if they look the same: an open editor must not be applied to another user's settings
    if (!user.isEmpty() && !user.hasSettings() && !m_byId.isEmpty()) {
        // Omitted from the response, which never means deleted: they are shown, and locked until they return.
        for (const Node *node : std::as_const(m_byId))
            Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, ColumnCount - 1));
        return;
    }
    const QList<Setting> settings = user.settings();
    QSet<const Node *> met;
    const bool sameTree = settings.size() == m_byId.size() &&
                          std::all_of(settings.begin(), settings.end(), [this, &met](const Setting &setting) {
                              const Node *node = m_byId.value(setting.id());
                              // An id that appears twice, before or now, has no node of its own.
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
    dropLostMisfits();
}

void SettingsModel::rebuild()
{
    beginResetModel();
    if (std::exchange(m_personId, m_user.base().id()) != m_user.base().id())
        m_begun.clear();
    m_byId.clear();
    m_root = std::make_unique<Node>();
    const QList<Setting> settings = m_user.base().settings();
    for (const Setting &setting : settings) {
        const QString category = setting.category().isEmpty() ? tr("General") : setting.category();
        Node *branch = m_root->branch(category);
        if (!setting.group().isEmpty())
            branch = branch->branch(setting.group());
        Node *node = branch->add({setting.name(), setting, branch, 0, {}, {}});
        if (Node *other = m_byId.value(setting.id()))
            other->doubled = node->doubled = true;
        m_byId.insert(setting.id(), node);
    }
    m_root->sort();
    endResetModel();
    dropLostMisfits();
}

// Without an editor they could not be corrected.
void SettingsModel::dropLostMisfits()
{
    if (!m_user.base().hasSettings())
        return; // omitted from the response: they will return
    for (const QList<Path> paths = m_user.misfits(); const Path &path : paths) {
        const Node *node = path.isSetting() ? m_byId.value(path.settingId()) : nullptr;
        if (path.isSetting() && (!node || !canEdit(*node)))
            m_user.setMisfit(path, {});
    }
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
           fitsMaskedLine(*node.setting) && !m_user.base().lock(Path::setting(node.setting->id()));
}

QString SettingsModel::lockReason(const Node &node) const
{
    if (canEdit(node))
        return {};
    if (!fitsMaskedLine(*node.setting))
        return tr("A secret that is not a single line of text: it stays hidden and cannot be changed here.");
    return lockReasonOfService(node);
}

QString SettingsModel::lockReasonOfService(const Node &node) const
{
    if (node.doubled && !node.setting->id().isEmpty())
        return tr("The service lists this setting twice: which of the two is meant is not known, so it cannot be "
                  "changed here.");
    if (node.setting->isLocked())
        return tr("Set by the service: it cannot be changed here.");
    if (node.setting->id().isEmpty())
        return tr("The service gives this setting no number to find it by: it cannot be changed here.");
    if (node.setting->readOnly())
        return tr("The service keeps this value as something other than text: it cannot be changed here.");
    if (const auto lock = m_user.base().lock(Path::setting(node.setting->id())))
        return errorText(*lock);
    return tr("The service left the settings out of its last answer: they can be changed again after a reload.");
}

QString SettingsModel::misfitOf(const Node &node) const
{
    return canEdit(node) ? m_user.misfit(Path::setting(node.setting->id())) : QString();
}

QString SettingsModel::valueOf(const Node &node) const
{
    if (QString misfit = misfitOf(node); !misfit.isEmpty())
        return misfit;
    // The node's own setting, not the base's: there, settings may be missing, and an id may appear twice.
    const Path path = Path::setting(node.setting->id());
    return m_user.isEdited(path) ? jsonText(m_user.value(path)) : node.setting->value();
}

QString SettingsModel::noticeOf(const Node &node) const
{
    if (!misfitOf(node).isEmpty())
        return {};
    QString notice = m_user.notice(Path::setting(node.setting->id()));
    if (!notice.isEmpty() || !canEdit(node) || isUsualSetting(node.setting->typeName(), valueOf(node)))
        return notice;
    return tr("This value does not fit its type (%1). It stays as it is unless you change it.")
        .arg(visibleText(node.setting->typeName(), false, 100));
}

// The text shown beside the cell, or as a mark in it.
QString SettingsModel::stateText(const Node &node) const
{
    const QString misfit = misfitOf(node);
    QStringList parts;
    if (!misfit.isEmpty() || m_user.isEdited(Path::setting(node.setting->id())))
        parts << tr("changed");
    parts << (misfit.isEmpty() ? noticeOf(node) : read(node.setting->id(), misfit).problem) << lockReason(node);
    parts.removeAll(QString());
    return parts.join(u". "_s);
}

QString SettingsModel::cell(const Node &node, int column, qsizetype limit) const
{
    const Setting &setting = *node.setting;
    switch (column) {
    case Name:
        return visibleText(setting.name(), false, limit);
    case Value:
        return cellText(setting, valueOf(node), limit);
    case Type: {
        const QString label = settingTypeLabel(setting.typeName());
        return label.isEmpty() ? visibleText(setting.typeName(), false, limit) : label;
    }
    default:
        return visibleText(setting.description(), false, limit);
    }
}

// The full text of a cell that may be cut; the type as the service writes it. Never treated as HTML.
QString SettingsModel::toolTip(const Node &node, int column) const
{
    const QString text =
        column == Type ? visibleText(node.setting->typeName(), false, ToolTipLimit) : cell(node, column, ToolTipLimit);
    return toolTipText(text);
}

QVariant SettingsModel::settingData(const Node &node, int column, int role) const
{
    const Setting &setting = *node.setting;
    const Path path = Path::setting(setting.id());
    const QString misfit = misfitOf(node);
    switch (role) {
    case Qt::DisplayRole:
        return cell(node, column, CellLimit);
    case Qt::ToolTipRole:
        return toolTip(node, column);
    case Qt::EditRole:
        return column == Value ? QVariant(valueOf(node)) : QVariant();
    case TypeRole:
        return static_cast<int>(setting.type());
    case ReadOnlyRole:
        return !canEdit(node);
    case LockReasonRole:
        return lockReason(node);
    case ChangedRole:
        return m_user.isEdited(path) || !misfit.isEmpty();
    case SecretRole:
        return setting.looksSecret();
    case NoticeRole:
        return noticeOf(node);
    case Qt::AccessibleDescriptionRole:
        return stateText(node);
    case IsSettingRole:
        return true;
    case IdRole:
        return setting.id();
    case HeldRole:
        return misfit.isEmpty() ? m_user.base().valueAt(path) : m_begun.value(setting.id());
    case ProblemRole:
        return misfit.isEmpty() ? QString() : read(setting.id(), misfit).problem;
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

QString SettingsModel::fullNameOf(const QString &id) const
{
    const Node *node = m_byId.value(id);
    return node ? node->setting->fullName() : QString();
}

SettingReading SettingsModel::read(const QString &id, const QString &typed) const
{
    const Node *node = m_byId.value(id);
    if (!node)
        return {typed};
    const Path path = Path::setting(id);
    // A text entered here before is as acceptable as the service's own.
    if (m_user.isEdited(path) && typed == jsonText(m_user.value(path)))
        return {typed};
    SettingReading reading = readSetting(node->setting->typeName(), typed, node->setting->value());
    if (node->setting->looksSecret() && typed.contains(u'\n'))
        reading.problem = tr("A secret is a single line. Write it without line breaks.");
    else if (node->setting->looksSecret() && !reading.ok())
        reading.problem = tr("This does not fit the type %1.").arg(visibleText(node->setting->typeName(), false, 100));
    return reading;
}

bool SettingsModel::setText(const QString &id, const QString &typed, const QJsonValue &before)
{
    const Node *node = m_byId.value(id);
    if (!node || !canEdit(*node))
        return false;
    const SettingReading reading = read(id, typed);
    if (!reading.ok()) {
        m_begun.insert(id, before);
        m_user.setMisfit(Path::setting(id), typed);
        return true;
    }
    dropMisfit(id);
    if (reading.text != valueOf(*node))
        m_user.edit({{Path::setting(id), reading.text, before}});
    return true;
}

QString SettingsModel::firstMisfit() const
{
    std::vector<const Node *> all;
    for (const QList<Path> paths = m_user.misfits(); const Path &path : paths) {
        const Node *node = path.isSetting() ? m_byId.value(path.settingId()) : nullptr;
        if (node && canEdit(*node))
            all.push_back(node);
    }
    const auto rows = [](const Node *node) {
        QList<int> path;
        for (; node && node->parent; node = node->parent)
            path.prepend(node->row);
        return path;
    };
    const auto first =
        std::min_element(all.begin(), all.end(), [&rows](const Node *a, const Node *b) { return rows(a) < rows(b); });
    return first == all.end() ? QString() : (*first)->setting->id();
}

void SettingsModel::dropMisfit(const QString &id)
{
    m_user.setMisfit(Path::setting(id), {});
}

void SettingsModel::revertAt(const QModelIndex &index)
{
    if (const Node *node = nodeOf(index); node->setting) {
        m_user.revert(Path::setting(node->setting->id()));
    }
}

} // namespace lanyard

#include "moc_settingsmodel.cpp"
