// How settings are edited through their model, and what of it is kept aside as a misfit.
#include "core/models/settingsmodel.h"

#include "core/models/documentedits.h"
#include "core/models/settingcell.h"

#include <map>

namespace lanyard {

SettingCell SettingsModel::cellOf(const SettingNode &node) const
{
    return {m_user, node, m_tree.settingOf(node)};
}

Path SettingsModel::pathOf(const SettingNode &node) const
{
    return Path::setting(m_tree.settingOf(node).id());
}

bool SettingsModel::canEdit(const SettingNode &node) const
{
    return node.isSetting() && cellOf(node).canEdit();
}

Qt::ItemFlags SettingsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    // Else Qt's tree notes it as open when it opens all, and says so to screen readers.
    flags.setFlag(Qt::ItemNeverHasChildren, nodeOf(index)->isSetting());
    if (index.column() != Value)
        return flags;
    flags.setFlag(Qt::ItemIsEditable, canEdit(*nodeOf(index)));
    flags.setFlag(Qt::ItemIsUserCheckable, index.data(Qt::CheckStateRole).isValid());
    return flags;
}

QVariant SettingsModel::checkState(const SettingCell &cell)
{
    const auto isOn = cell.isOn();
    return isOn ? QVariant(*isOn ? Qt::Checked : Qt::Unchecked) : QVariant();
}

QJsonValue SettingsModel::held(const SettingCell &cell) const
{
    const Path path = Path::setting(cell.setting().id());
    return cell.hasMisfit() ? m_user.begunOver(path) : m_user.base().valueAt(path);
}

bool SettingsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role == NoticeRole && nodeOf(index)->isSetting()) {
        m_user.setSeen(pathOf(*nodeOf(index)), value.toBool());
        return true;
    }
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const SettingNode &node = *nodeOf(index);
    if (value.toString() != cellOf(node).value())
        m_user.edit(pathOf(node), value.toString());
    return true;
}

SettingReading SettingsModel::read(const QString &id, const QString &typed) const
{
    const SettingNode *node = nodeWith(id);
    return node ? cellOf(*node).read(typed) : SettingReading{typed};
}

bool SettingsModel::setText(const QString &id, const QString &typed, const QJsonValue &before)
{
    const SettingNode *node = nodeWith(id);
    if (!node || !canEdit(*node))
        return false;
    const Path path = pathOf(*node);
    const SettingReading reading = read(id, typed);
    if (!reading.ok()) {
        m_user.setMisfit(path, typed, before);
        return true;
    }
    const SettingCell cell = cellOf(*node);
    if (cell.hasMisfit() || reading.text != cell.value())
        m_user.edit({{path, reading.text, before}});
    return true;
}

void SettingsModel::setOpen(const QString &id, const std::optional<OpenTexts::Text> &text)
{
    const SettingNode *node = nodeWith(id);
    m_user.open().set(node ? pathOf(*node) : Path::setting(id), node ? text : std::nullopt);
}

QString SettingsModel::firstMisfit() const
{
    std::map<QList<int>, const SettingNode *> byRows;
    for (const QList<Path> paths = m_user.misfits(); const Path &path : paths) {
        if (const SettingNode *node = nodeAt(path); node && canEdit(*node))
            byRows.insert({node->rowsFromRoot(), node});
    }
    return byRows.empty() ? QString() : m_tree.settingOf(*byRows.begin()->second).id();
}

void SettingsModel::dropMisfit(const QString &id)
{
    if (const SettingNode *node = nodeWith(id))
        m_user.setMisfit(pathOf(*node), {});
}

void SettingsModel::revertAt(const QModelIndex &index)
{
    if (const SettingNode *node = nodeOf(index); node->isSetting())
        m_user.revert(pathOf(*node));
}

// Without an editor they could not be corrected.
void SettingsModel::dropLostMisfits()
{
    if (!m_user.base().hasSettings())
        return; // omitted from the response: they will return
    for (const QList<Path> paths = m_user.misfits(); const Path &path : paths) {
        const SettingNode *node = nodeAt(path);
        if (path.isSetting() && (!node || !canEdit(*node)))
            m_user.dropMisfit(path);
    }
}

} // namespace lanyard
