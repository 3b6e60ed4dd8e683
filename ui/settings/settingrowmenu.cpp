#include "ui/settings/settingrowmenu.h"

#include "core/models/settingsmodel.h"
#include "ui/settings/settingstree.h"

#include <QPushButton>

namespace lanyard {

SettingRowMenu::SettingRowMenu(SettingsTree &tree, QPushButton &edit, QPushButton &revert, QPushButton &colour)
    : QMenu(&tree), m_tree(tree)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setToolTipsVisible(true);
    if (tree.currentIndex().data(SettingsModel::IsSettingRole).toBool())
        addSettingActions(edit, revert, colour);
    else
        addBranchActions();
    addSeparator();
    addMenu(tr("&Sort by"))->addActions(tree.sortActions());
    addMenu(tr("C&olumns"))->addActions(tree.columnActions());
}

void SettingRowMenu::addBranchActions()
{
    const QModelIndex branch = m_tree.currentIndex().siblingAtColumn(0);
    const bool isOpen = m_tree.isExpanded(branch);
    addAction(isOpen ? tr("&Collapse") : tr("&Expand"), &m_tree,
              [&tree = m_tree, branch = QPersistentModelIndex(branch), isOpen] { tree.setExpanded(branch, !isOpen); });
}

void SettingRowMenu::addSettingActions(QPushButton &edit, QPushButton &revert, QPushButton &colour)
{
    const QModelIndex value = m_tree.currentIndex().siblingAtColumn(SettingsModel::Value);
    QAction *copy = addAction(tr("&Copy value"), &m_tree, &SettingsTree::copyCurrent);
    copy->setEnabled(!value.data(SettingsModel::HoldsSecretRole).toBool());
    if (!value.data(SettingsModel::LocalTextRole).toString().isEmpty())
        copy->setToolTip(tr("Copies the value as it is stored: %1").arg(value.data(Qt::EditRole).toString()));
    addButton(tr("&Edit value"), edit);
    if (colour.isVisible())
        addButton(tr("Choose co&lour…"), colour);
    addButton(tr("&Undo change"), revert);
}

void SettingRowMenu::addButton(const QString &text, QPushButton &button)
{
    addAction(text, &button, &QPushButton::click)->setEnabled(button.isEnabled());
}

} // namespace lanyard

#include "moc_settingrowmenu.cpp"
