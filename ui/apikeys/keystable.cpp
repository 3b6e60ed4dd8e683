#include "ui/apikeys/keystable.h"

#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keycelldelegate.h"
#include "ui/apikeys/keycolumns.h"
#include "ui/common/columnroom.h"
#include "ui/common/currentrow.h"
#include "ui/common/rowmenu.h"
#include "ui/common/sortactions.h"
#include "ui/look/spacing.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

namespace lanyard {

namespace {

constexpr int MarkedMs = 2000;

} // namespace

KeysTable::KeysTable(const ApiKeysModel &model, ApiKeysFilter &filter, QWidget *parent)
    : Steady<QTableView>(parent), m_model(model), m_filter(filter), m_delegate(new KeyCellDelegate(this))
{
    setModel(&filter);
    m_columns = new KeyColumns(*horizontalHeader());
    m_room = new ColumnRoom(*horizontalHeader());
    connect(m_columns, &KeyColumns::columnSwitched, this, &KeysTable::refitColumns);
    m_forgetCopied.setSingleShot(true);
    m_forgetCopied.setInterval(MarkedMs);
    connect(&m_forgetCopied, &QTimer::timeout, this, &KeysTable::forgetCopied);
    setUp();
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this, &KeysTable::remember);
    connect(&filter, &QAbstractItemModel::modelReset, this, &KeysTable::recall);
    connect(&filter, &QAbstractItemModel::layoutAboutToBeChanged, this, &KeysTable::remember);
    connect(&filter, &QAbstractItemModel::layoutChanged, this, [this] {
        // What the user is looking at stays in view; the first row, which the user did not choose, does not move the
        // view.
        if (m_chosen >= 0 && m_before.rows.contains(m_chosen) && shownRow(m_chosen) >= 0)
            scrollTo(m_filter.index(shownRow(m_chosen), currentIndex().column()));
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        // Also emitted when rows inserted or removed move the selected one: that is not a choice by the user.
        const int before = std::exchange(m_selected, selectedKey());
        if (m_settling || m_selected == before)
            return;
        choose();
        Q_EMIT selectionMoved();
    });
}

void KeysTable::setUp()
{
    setItemDelegate(m_delegate);
    setAccessibleName(tr("API keys"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    horizontalHeader()->setSortIndicator(ApiKeysModel::Name, Qt::AscendingOrder); // first: many would be sorted twice
    setSortingEnabled(true);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(listRowHeight());
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    addSortActions();
}

void KeysTable::addSortActions()
{
    m_sortActions = makeSortActions(*this, *horizontalHeader(),
                                    {
                                        {ApiKeysModel::Name, tr("&Name")},
                                        {ApiKeysModel::Status, tr("&Status")},
                                        {ApiKeysModel::Expires, tr("E&xpires")},
                                        {ApiKeysModel::Permissions, tr("&Permissions")},
                                        {ApiKeysModel::Created, tr("C&reated")},
                                        {ApiKeysModel::Owner, tr("&Owner")},
                                        {ApiKeysModel::Description, tr("&Description")},
                                    });
}

void KeysTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (const auto position = rowMenuPosition(*this, *event))
        Q_EMIT menuRequested(*position);
}

int KeysTable::selectedKey() const
{
    const int row = selectedRow();
    return row < 0 ? -1 : m_filter.mapToSource(m_filter.index(row, 0)).row();
}

int KeysTable::shownRow(int key) const
{
    return key < 0 ? -1 : m_filter.mapFromSource(m_model.index(key, 0)).row();
}

void KeysTable::choose()
{
    if (const int key = selectedKey(); key >= 0)
        m_chosen = key;
}

void KeysTable::showMatches(const QString &text, ApiKeysFilter::Show show)
{
    const QScopedValueRollback settling(m_settling, true);
    const int selected = selectedKey();
    const int column = currentIndex().column();
    const QPoint seen(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const bool wasInSight = isInSight(viewport()->height());
    m_filter.setText(text);
    m_filter.setShow(show);
    if (const int row = shownRow(selected); row >= 0 && selectedRow() < 0) { // which has been away
        selectionModel()->setCurrentIndex(m_filter.index(row, column),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        doItemsLayout();
        horizontalScrollBar()->setValue(seen.x());
        verticalScrollBar()->setValue(seen.y());
    }
    settle();
    if (wasInSight) {
        doItemsLayout();
        showCurrent();
    }
}

void KeysTable::settle()
{
    const QScopedValueRollback settling(m_settling, true);
    const int before = selectedKey();
    if (const int chosen = shownRow(m_chosen); chosen >= 0)
        chooseRow(chosen);
    else if (selectedRow() < 0)
        chooseRow(0);
    if (selectedKey() != before)
        tellCurrentRow(*this);
}

void KeysTable::keyboardSearch(const QString &search)
{
    selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(ApiKeysModel::Name),
                                      QItemSelectionModel::NoUpdate);
    Steady<QTableView>::keyboardSearch(search);
}

// Rows are selected: Qt's Home and End go to the ends of the row, where its name is out of view.
QModelIndex KeysTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome || action == MoveEnd) {
        const int column = isColumnHidden(currentIndex().column()) ? ApiKeysModel::Name : currentIndex().column();
        return m_filter.index(action == MoveHome ? 0 : m_filter.rowCount() - 1, column);
    }
    return Steady<QTableView>::moveCursor(action, modifiers);
}

void KeysTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const QScopedValueRollback settling(m_settling, true);
    Steady<QTableView>::rowsAboutToBeRemoved(parent, first, last);
}

void KeysTable::showCopied(int key)
{
    const int row = key == m_model.revealedRow() ? -1 : shownRow(key);
    m_delegate->setCopied(m_filter.index(row, ApiKeysModel::Key));
    viewport()->update();
    m_forgetCopied.start();
}

void KeysTable::forgetCopied()
{
    m_forgetCopied.stop();
    m_delegate->setCopied({});
    viewport()->update();
}

int KeysTable::heightOf(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() +
           horizontalScrollBar()->sizeHint().height() + 2 * frameWidth();
}

} // namespace lanyard

#include "moc_keystable.cpp"
