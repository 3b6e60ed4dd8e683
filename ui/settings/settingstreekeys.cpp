// What the keys do in the tree of settings.
#include "core/models/settingsmodel.h"
#include "ui/common/currentrow.h"
#include "ui/common/datecalendar.h"
#include "ui/settings/settingcalendar.h"
#include "ui/settings/settingeditors.h"
#include "ui/settings/settingstree.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPersistentModelIndex>

namespace lanyard {

// On the row of a date that can be changed.
bool SettingsTree::opensCalendar(const QKeyEvent &key) const
{
    const QModelIndex value = currentIndex().siblingAtColumn(SettingsModel::Value);
    return DateCalendar::isOpenedBy(key) && value.data(SettingsModel::IsSettingRole).toBool() && hasCalendar(value);
}

// A text is not edited by it: it may be part of a name that is searched for, and the next letter would replace the
// text.
bool SettingsTree::isForSpace(const QModelIndex &row) const
{
    if (m_sinceSearch.isValid() && !m_sinceSearch.hasExpired(QApplication::keyboardInputInterval()))
        return false; // as long as Qt adds it to the letters before
    const QModelIndex value = row.siblingAtColumn(SettingsModel::Value);
    return !value.data(SettingsModel::IsSettingRole).toBool() || value.data(SettingsModel::ReadOnlyRole).toBool() ||
           switchedText(value);
}

// Qt searches the column of the current cell, which may be that of the values.
void SettingsTree::keyboardSearch(const QString &search)
{
    selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(SettingsModel::Name),
                                      QItemSelectionModel::NoUpdate);
    QTreeView::keyboardSearch(search);
    if (!search.trimmed().isEmpty())
        m_sinceSearch.start();
}

void SettingsTree::keyPressEvent(QKeyEvent *event)
{
    const QPersistentModelIndex branch = currentIndex();
    const bool wasOpen = isExpanded(currentIndex().siblingAtColumn(0));
    takeKey(event);
    if (branch.isValid() && isExpanded(branch.sibling(branch.row(), 0)) != wasOpen)
        tellExpanded(*this, branch);
}

void SettingsTree::takeKey(QKeyEvent *event)
{
    // Qt copies the text of the current cell: the name, or a value that is cut and contains marks, or a heading's mask.
    const bool isOwn = currentIndex().data(SettingsModel::IsSettingRole).toBool() ||
                       currentIndex().data(SettingsModel::HoldsSecretRole).toBool();
    if (isOwn && event->matches(QKeySequence::Copy)) {
        event->accept();
        return copyCurrent();
    }
    if (opensCalendar(*event) && state() != EditingState) {
        event->accept();
        edit(currentIndex(), EditKeyPressed, event);
        if (QWidget *editor = indexWidget(currentIndex().siblingAtColumn(SettingsModel::Value)))
            QCoreApplication::sendEvent(editor, event);
        return;
    }
    const bool isEdit = event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                        (event->key() == Qt::Key_Space && isForSpace(currentIndex()));
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if (!isEdit || !isPlain || !currentIndex().isValid() || state() == EditingState)
        return QTreeView::keyPressEvent(event);
    event->accept();
    if (currentIndex().data(SettingsModel::IsSettingRole).toBool())
        edit(currentIndex(), EditKeyPressed, event);
    else if (event->key() != Qt::Key_F2)
        setExpanded(currentIndex().siblingAtColumn(0), !isExpanded(currentIndex().siblingAtColumn(0)));
}

// Across the cells of a setting, too: Qt leads only into a branch and out of it. The name is all that a branch has.
QModelIndex SettingsTree::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex now = currentIndex();
    const bool isSideways = action == MoveLeft || action == MoveRight;
    if (isSideways && now.data(SettingsModel::IsSettingRole).toBool()) {
        const int step = (action == MoveRight) == isRightToLeft() ? -1 : 1;
        int place = header()->visualIndex(now.column()) + step;
        while (header()->isSectionHidden(header()->logicalIndex(place)))
            place += step;
        if (const int column = header()->logicalIndex(place); column >= 0)
            return now.siblingAtColumn(column);
        if (step > 0)
            return now;
    }
    const QModelIndex next = QTreeView::moveCursor(action, modifiers);
    return next.data(SettingsModel::IsSettingRole).toBool() ? next : next.siblingAtColumn(SettingsModel::Name);
}

} // namespace lanyard
