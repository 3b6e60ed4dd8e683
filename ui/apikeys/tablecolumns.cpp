// The columns of the table of keys.
#include "core/document/dates.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keycolumns.h"
#include "ui/apikeys/keystable.h"
#include "ui/common/columnroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

// Before the state of the header: earlier versions wrote that alone, with every column shown.
constexpr QByteArrayView StateForm = "keys2:";

constexpr int FewestCharacters = 16;
constexpr int MostCharacters = 32; // unless there is room

struct Column
{
    ApiKeysModel::Column column;
    bool isLong; // and may be cut
    int share;
};
constexpr Column Columns[] = {
    {ApiKeysModel::Name, true, 0},        {ApiKeysModel::Key, false, 0},        {ApiKeysModel::Status, false, 0},
    {ApiKeysModel::Permissions, true, 1}, {ApiKeysModel::Description, true, 1}, {ApiKeysModel::Expires, false, 0},
    {ApiKeysModel::Created, false, 0},    {ApiKeysModel::Owner, false, 0},      {ApiKeysModel::ClientSecret, false, 0},
};
// Of which a day says enough: the details have the time.
bool isMoment(int column)
{
    return column == ApiKeysModel::Expires || column == ApiKeysModel::Created;
}

constexpr int Foremost = 3; // of these, which are always in sight together

// Measuring a cell takes as long as looking at the texts of a hundred.
constexpr int RowsLookedAt = 1000;
constexpr int RowsMeasured = 10;

QList<int> rowsOfLongestTexts(const QAbstractItemModel &model, int column)
{
    QList<std::pair<qsizetype, int>> sizes;
    for (int row = 0; row < qMin(RowsLookedAt, model.rowCount()); ++row)
        sizes.emplace_back(-model.index(row, column).data().toString().size(), row);
    const qsizetype measured = qMin<qsizetype>(RowsMeasured, sizes.size());
    std::partial_sort(sizes.begin(), sizes.begin() + measured, sizes.end());
    QList<int> rows;
    for (const auto &[size, row] : sizes.first(measured))
        rows << row;
    return rows;
}

} // namespace

QList<QAction *> KeysTable::columnActions() const
{
    return m_columns->actions();
}

QByteArray KeysTable::columnState() const
{
    const QByteArray state = m_room->state();
    return state.isEmpty() ? state : StateForm.toByteArray() + state;
}

void KeysTable::restoreColumnState(const QByteArray &state)
{
    if (state.startsWith(StateForm) && m_room->restore(state.sliced(StateForm.size())))
        m_columns->follow();
}

void KeysTable::fitColumns()
{
    if (!m_room->isFitted() && m_model.rowCount() > 0 && m_filter.isShowing())
        shareRoom();
}

void KeysTable::shareRoom()
{
    const auto isShown = [this](const Column &column) { return !isColumnHidden(column.column); };
    m_room->fit(columnWishes(), static_cast<int>(std::count_if(Columns, Columns + Foremost, isShown)));
}

// For the columns with few different texts, one of each, wherever it stands.
int KeysTable::wholeWidth(int column) const
{
    int content = horizontalHeader()->sectionSizeHint(column);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const auto measure = [&](const QModelIndex &cell) {
        content = qMax(content, itemDelegate()->sizeHint(option, cell).width());
    };
    for (const QList<int> rows = rowsOfLongestTexts(m_filter, column); const int row : rows)
        measure(m_filter.index(row, column));
    if (column == ApiKeysModel::Status || isMoment(column)) {
        for (const QList<int> rows = m_model.typicalRows(); const int row : rows)
            measure(m_model.index(row, column));
    }
    return content + space(Space::Medium);
}

// The names first, then what the keys may do. One long description must not push the rest out of view. The time of a
// moment gives way to them.
QList<ColumnWish> KeysTable::columnWishes() const
{
    const int character = characterWidth(fontMetrics());
    const QDateTime moment = QDateTime::currentDateTime();
    const int time = fontMetrics().horizontalAdvance(displayDateTime(moment)) -
                     fontMetrics().horizontalAdvance(displayDate(moment.date()) + u'…');
    QList<ColumnWish> wishes;
    for (const auto &[column, isLong, share] : Columns) {
        if (isColumnHidden(column))
            continue;
        const int whole = wholeWidth(column);
        const int usual = qMin(whole, MostCharacters * character);
        const int heading = horizontalHeader()->sectionSizeHint(column);
        const int least = isLong             ? qMin(usual, FewestCharacters * character)
                          : isMoment(column) ? qMin(usual, qMax(heading, usual - time))
                                             : usual;
        wishes << ColumnWish{.column = column,
                             .least = least,
                             .usual = usual,
                             .whole = whole,
                             .share = share,
                             .yields = isMoment(column)};
    }
    // Not to the name: it would stand far from its key. To the last, if nothing long is shown.
    const bool isShared =
        std::any_of(wishes.begin(), wishes.end(), [](const ColumnWish &wish) { return wish.share > 0; });
    if (!isShared && !wishes.isEmpty())
        wishes.last().share = 1;
    return wishes;
}

void KeysTable::refitColumns(int column, bool isShown)
{
    if (!m_room->isOfTheUser())
        shareRoom();
    else if (isShown)
        setColumnWidth(column, qMin(wholeWidth(column), MostCharacters * characterWidth(fontMetrics())));
}

} // namespace lanyard
