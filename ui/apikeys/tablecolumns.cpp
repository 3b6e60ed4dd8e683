// The columns of the table of keys.
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keycolumns.h"
#include "ui/apikeys/keystable.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QHeaderView>

namespace lanyard {

namespace {

// Before the state of the header: earlier versions wrote that alone, with every column shown.
constexpr QByteArrayView StateForm = "keys2:";

} // namespace

QList<QAction *> KeysTable::columnActions() const
{
    return m_columns->actions();
}

QByteArray KeysTable::columnState() const
{
    return m_columnsSet ? StateForm.toByteArray() + horizontalHeader()->saveState() : QByteArray();
}

void KeysTable::restoreColumnState(const QByteArray &state)
{
    if (!state.startsWith(StateForm) || !horizontalHeader()->restoreState(state.sliced(StateForm.size())))
        return;
    m_columnsSet = true;
    m_columns->follow();
}

void KeysTable::fitColumns()
{
    if (m_columnsSet || m_model.rowCount() == 0)
        return;
    m_columnsSet = true;
    horizontalHeader()->setStretchLastSection(false); // the room that it takes is for the names
    for (int column = 0; column < ApiKeysModel::ColumnCount; ++column)
        fitColumn(column);
    const int spare = viewport()->width() - horizontalHeader()->length();
    const int name = sizeHintForColumn(ApiKeysModel::Name) + space(Space::Medium);
    if (const int now = columnWidth(ApiKeysModel::Name); spare > 0 && name > now)
        setColumnWidth(ApiKeysModel::Name, qMin(name, now + spare));
    horizontalHeader()->setStretchLastSection(true);
}

// One long description must not push the rest out of view.
void KeysTable::fitColumn(int column)
{
    constexpr int most = 32; // characters
    if (isColumnHidden(column))
        return;
    resizeColumnToContents(column);
    const int widest = most * characterWidth(fontMetrics());
    setColumnWidth(column, qMin(columnWidth(column) + space(Space::Medium), widest));
}

} // namespace lanyard
