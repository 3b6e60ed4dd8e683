// What a table of keys shows stays in sight, whatever comes and goes around it.
#include "ui/apikeys/keystable.h"

#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "ui/common/currentrow.h"

#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace lanyard {

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
    if (m_before.wasEmpty)
        tellCurrentRow(*this);
}

// In a table of that height, or a part of it.
bool KeysTable::isInSight(int height) const
{
    const int top = rowViewportPosition(currentIndex().row());
    return currentIndex().isValid() && top >= 0 && top < height;
}

void KeysTable::showCurrent()
{
    const int aside = horizontalScrollBar()->value();
    scrollTo(currentIndex());
    horizontalScrollBar()->setValue(aside);
}

// The details of another key may be longer, and a message may come: what was in sight before stays so.
void KeysTable::resizeEvent(QResizeEvent *event)
{
    const bool wasInSight = isInSight(event->oldSize().height());
    Steady<QTableView>::resizeEvent(event);
    if (wasInSight && event->size().height() < event->oldSize().height())
        showCurrent();
}

// So that the visible rows do not move on the screen, whatever is inserted or removed above them.
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
