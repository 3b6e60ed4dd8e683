#include "ui/settings/settingstree.h"

#include "core/models/settingsmodel.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace lanyard {

SettingsTree::SettingsTree(QWidget *parent) : QTreeView(parent)
{
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

bool SettingsTree::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const QModelIndex value = index.siblingAtColumn(SettingsModel::Value);
    if (!value.data(SettingsModel::IsSettingRole).toBool())
        return QTreeView::edit(index, trigger, event);
    const bool isWanted = (editTriggers() & trigger) || trigger == AllEditTriggers;
    if (isWanted && value.data(SettingsModel::ReadOnlyRole).toBool()) {
        Q_EMIT lockedPressed();
        return true;
    }
    return QTreeView::edit(value, trigger, event);
}

void SettingsTree::keyPressEvent(QKeyEvent *event)
{
    const bool isEdit = event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                        event->key() == Qt::Key_Space;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if (!isEdit || !isPlain || !currentIndex().isValid() || state() == EditingState)
        return QTreeView::keyPressEvent(event);
    event->accept();
    if (currentIndex().data(SettingsModel::IsSettingRole).toBool())
        edit(currentIndex(), EditKeyPressed, event);
    else if (event->key() != Qt::Key_F2)
        setExpanded(currentIndex().siblingAtColumn(0), !isExpanded(currentIndex().siblingAtColumn(0)));
}

// Qt offers an input method only over a cell that can be edited itself; here every cell of the row stands for the
// value.
void SettingsTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const QModelIndex value = current.siblingAtColumn(SettingsModel::Value);
    setAttribute(Qt::WA_InputMethodEnabled, (value.flags() & Qt::ItemIsEditable) != 0);
}

} // namespace lanyard

#include "moc_settingstree.cpp"
