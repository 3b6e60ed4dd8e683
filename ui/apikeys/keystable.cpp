#include "ui/apikeys/keystable.h"

#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keycelldelegate.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

namespace lanyard {

KeysTable::KeysTable(const ApiKeysModel &model, ApiKeysFilter &filter, QWidget *parent)
    : Steady<QTableView>(parent), m_model(model), m_filter(filter)
{
    setModel(&filter);
    setUp();
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this, &KeysTable::remember);
    connect(&filter, &QAbstractItemModel::modelReset, this, &KeysTable::recall);
    connect(&filter, &QAbstractItemModel::layoutAboutToBeChanged, this, &KeysTable::remember);
    connect(&filter, &QAbstractItemModel::layoutChanged, this, [this] {
        // What the person looks at goes on being seen; the first row, which nobody chose, does not take the view along.
        if (m_chosen >= 0 && m_before.rows.contains(m_chosen) && shownRow(m_chosen) >= 0)
            scrollTo(m_filter.index(shownRow(m_chosen), currentIndex().column()));
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        // Also emitted when the selected row is moved by others that come or go: nobody has chosen then.
        const int before = std::exchange(m_selected, selectedKey());
        if (m_settling || m_selected == before)
            return;
        choose();
        Q_EMIT selectionMoved();
    });
}

void KeysTable::setUp()
{
    setItemDelegate(new KeyCellDelegate(this));
    setAccessibleName(tr("API keys"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    sortByColumn(ApiKeysModel::Name, Qt::AscendingOrder);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
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
    m_filter.setText(text);
    m_filter.setShow(show);
    settle();
}

void KeysTable::settle()
{
    const QScopedValueRollback settling(m_settling, true);
    if (const int chosen = shownRow(m_chosen); chosen >= 0)
        chooseRow(chosen);
    else if (selectedRow() < 0)
        chooseRow(0);
}

QList<int> KeysTable::keysInSight() const
{
    QList<int> keys;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = qMax(0, first); row < m_filter.rowCount() && (row <= last || last < 0); ++row)
        keys << m_filter.mapToSource(m_filter.index(row, 0)).row();
    return keys;
}

void KeysTable::remember()
{
    m_before = {m_model.rowCount() == 0, verticalScrollBar()->value() == 0, selectedKey(), keysInSight()};
}

void KeysTable::recall()
{
    const QScopedValueRollback settling(m_settling, true);
    m_chosen = m_model.rowNow(m_chosen);
    chooseRow(m_before.wasEmpty ? 0 : shownRow(m_model.rowNow(m_before.selected)));
    m_selected = selectedKey();
    scrollBack();
}

void KeysTable::keyboardSearch(const QString &search)
{
    selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(ApiKeysModel::Name),
                                      QItemSelectionModel::NoUpdate);
    Steady<QTableView>::keyboardSearch(search);
}

// A row is what is chosen: Qt's Home and End go to the ends of the row, where its name is out of sight.
QModelIndex KeysTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome || action == MoveEnd)
        return m_filter.index(action == MoveHome ? 0 : m_filter.rowCount() - 1, currentIndex().column());
    return Steady<QTableView>::moveCursor(action, modifiers);
}

void KeysTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const QScopedValueRollback settling(m_settling, true);
    Steady<QTableView>::rowsAboutToBeRemoved(parent, first, last);
}

// So that what was seen does not move on the screen, whatever comes or goes above it.
void KeysTable::scrollBack()
{
    doItemsLayout();
    int above = 0;
    for (const int key : std::as_const(m_before.rows)) {
        const int row = shownRow(m_model.rowNow(key));
        if (row >= 0 && !m_before.atStart) {
            verticalScrollBar()->setValue(qMax(0, row - above));
            break;
        }
        ++above;
    }
    if (m_before.rows.contains(m_before.selected) && currentIndex().isValid())
        scrollTo(currentIndex());
}

} // namespace lanyard

#include "moc_keystable.cpp"
