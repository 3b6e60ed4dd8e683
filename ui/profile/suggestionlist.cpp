#include "ui/profile/suggestionlist.h"

#include "ui/common/currentrow.h"

#include <utility>

namespace lanyard {

// As QCompleter sets up its own.
SuggestionList::SuggestionList(QWidget &field) : m_field(field)
{
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
}

void SuggestionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): past QListView's
}

void SuggestionList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (selected.isEmpty())
        return;
    m_isTold = true;
    tellRow(*this, selected.indexes().constFirst());
}

void SuggestionList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    if (std::exchange(m_isTold, false))
        tellFocus(m_field);
}

} // namespace lanyard

#include "moc_suggestionlist.cpp"
