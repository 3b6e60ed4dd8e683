#include "ui/common/currentrow.h"

#include "ui/common/fieldanswers.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QPointer>
#include <QTabBar>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Assistive technology counts the rows of a tree as they are shown.
int shownRow(const QAbstractItemView &view, const QModelIndex &index)
{
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    if (!tree)
        return index.row();
    int row = 0;
    for (QModelIndex above = tree->indexAbove(index); above.isValid(); above = tree->indexAbove(above))
        ++row;
    return row;
}

QAccessibleInterface *cellOf(QAbstractItemView &view, const QModelIndex &index)
{
    if (!QAccessible::isActive() || !view.hasFocus() || !index.isValid())
        return nullptr;
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&view);
    QAccessibleTableInterface *table = access ? access->tableInterface() : nullptr;
    return table ? table->cellAt(shownRow(view, index), index.column()) : nullptr;
}

void tellCurrentTab(QTabBar &tabs)
{
    if (!QAccessible::isActive() || !tabs.hasFocus() || tabs.currentIndex() < 0)
        return;
    QAccessibleEvent event(&tabs, QAccessible::Focus);
    event.setChild(tabs.currentIndex());
    QAccessible::updateAccessibility(&event);
}

} // namespace

void tellCurrentRow(QAbstractItemView &view)
{
    tellRow(view, view.currentIndex());
}

void tellRow(QAbstractItemView &view, const QModelIndex &row)
{
    QAccessibleInterface *cell = cellOf(view, row);
    if (!cell)
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(cell->parent()->indexOfChild(cell));
    QAccessible::updateAccessibility(&event);
}

void tellRenamed(QAbstractItemView &view, const QModelIndex &renamed)
{
    QAccessibleInterface *cell = cellOf(view, renamed);
    if (!cell)
        return;
    QAccessibleEvent event(cell, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void tellExpanded(QTreeView &tree, const QModelIndex &row)
{
    QAccessibleInterface *cell = cellOf(tree, row);
    if (!cell)
        return;
    QAccessible::State changed;
    changed.expanded = true;
    QAccessibleStateChangeEvent event(&tree, changed);
    event.setChild(cell->parent()->indexOfChild(cell));
    QAccessible::updateAccessibility(&event);
    announceState(cell, u"expanded"_s, tree.isExpanded(row.siblingAtColumn(0)));
}

void tellFocus(QWidget &widget)
{
    if (!QAccessible::isActive() || !widget.hasFocus())
        return;
    QAccessibleEvent event(&widget, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

// Queued, as Qt tells of the view only after this signal.
void tellRowsOnEntering()
{
    static QPointer<QObject> telling; // once, however often this is called
    if (telling)
        return;
    telling = new QObject(qApp);
    QObject::connect(qApp, &QApplication::focusChanged, telling, [](QWidget *, QWidget *now) {
        if (auto *view = qobject_cast<QAbstractItemView *>(now))
            QMetaObject::invokeMethod(
                view, [view] { tellCurrentRow(*view); }, Qt::QueuedConnection);
        if (auto *tabs = qobject_cast<QTabBar *>(now))
            QMetaObject::invokeMethod(
                tabs, [tabs] { tellCurrentTab(*tabs); }, Qt::QueuedConnection);
    });
}

} // namespace lanyard
