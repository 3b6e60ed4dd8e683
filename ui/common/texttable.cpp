#include "ui/common/texttable.h"

#include "core/base/text.h"
#include "ui/common/roomydelegate.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QHeaderView>
#include <QImage>
#include <QKeyEvent>
#include <QLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

// What is decided on has to be read, down to its end. Beyond, a cell would take long to lay out.
constexpr qsizetype ShownLimit = 24'000;

const QScrollArea *areaAround(const QWidget &table)
{
    for (const QWidget *around = table.parentWidget(); around; around = around->parentWidget()) {
        if (const auto *area = qobject_cast<const QScrollArea *>(around))
            return area;
    }
    return nullptr;
}

// Below which it scrolls: texts are wrapped in the width that it has, and the table is as tall as its size hint.
int leastHeight(const QScrollArea &area)
{
    const QLayout *layout = area.widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(area.width()) : layout->sizeHint().height();
}

} // namespace

TextTable::TextTable(const QString &name, const QStringList &headers, QWidget *parent)
    : Steady<QTableWidget>(0, static_cast<int>(headers.size()), parent)
{
    setItemDelegate(new RoomyDelegate(this));
    setAccessibleName(name);
    setIconSize(QSize(iconSide(), iconSide()));
    setHorizontalHeaderLabels(headers);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(characterWidth(fontMetrics()) * 10);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
}

void TextTable::setRows(const QList<Row> &rows)
{
    const QString selected = selectedId();
    const int position = verticalScrollBar()->value();
    // A button that needs a selection would lose the focus, to whatever button is next, if it were disabled meanwhile.
    QSignalBlocker quiet(this);
    clearSelection();
    setRowCount(static_cast<int>(rows.size()));
    m_ids.clear();
    for (int row = 0; row < rows.size(); ++row) {
        m_ids << rows.at(row).id;
        for (int column = 0; column < columnCount(); ++column)
            setText(row, column, rows.at(row).texts.value(column));
    }
    chooseRow(selected.isEmpty() ? -1 : static_cast<int>(m_ids.indexOf(selected)));
    fitColumns();
    verticalScrollBar()->setValue(position);
    quiet.unblock();
    Q_EMIT itemSelectionChanged();
}

QString TextTable::selectedId() const
{
    return m_ids.value(selectedRow());
}

void TextTable::chooseRowAfter(int row)
{
    if (rowCount() > 1)
        chooseRow(row + 1 < rowCount() ? row + 1 : row - 1);
}

void TextTable::fitWindowToRows()
{
    resizeRowsToContents();
    const int wanted = horizontalHeader()->height() + 2 * frameWidth() + verticalHeader()->length();
    const QScrollArea *area = areaAround(*this); // it would scroll instead of showing what is below the table
    const int base = area ? qMax(minimumHeight(), sizeHint().height()) : minimumHeight();
    const int least = area ? window()->height() - area->height() + leastHeight(*area)
                           : window()->height() - height() + minimumHeight();
    const int grows = qMax(0, wanted - base);
    const int whole = roomOnScreen(*window()).height();
    const int lowest = qMax(window()->minimumSizeHint().height(), qMin(least, whole));
    window()->resize(window()->width(), qBound(lowest, least + grows, qMax(lowest, whole * 4 / 5)));
}

// The first gets what it needs, up to a part of the room, the others what they need, from the one that needs least; and
// each as much of the rest.
void TextTable::fitColumns()
{
    QList<std::pair<int, int>> wanted; // width, column
    for (int column = 0; column < columnCount(); ++column) {
        if (!isColumnHidden(column))
            wanted.append({qMax(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)), column});
    }
    if (wanted.isEmpty())
        return;
    const int first = viewport()->width() / (wanted.size() > 2 ? 4 : 2);
    if (wanted.size() > 1)
        wanted.first().first = qMin(wanted.first().first, first);
    std::sort(wanted.begin() + 1, wanted.end());
    int left = viewport()->width();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const int share = left / static_cast<int>(wanted.size() - i);
        wanted[i].first = wanted.size() == 1 ? left : qMin(wanted.at(i).first, share);
        left -= wanted.at(i).first;
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const int more = i == 0 && wanted.size() > 1 ? 0 : left / static_cast<int>(wanted.size() - i);
        left -= more;
        setColumnWidth(wanted.at(i).second, wanted.at(i).first + more);
    }
    resizeRowsToContents();
}

void TextTable::resizeEvent(QResizeEvent *event)
{
    Steady<QTableWidget>::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

// A row that is taller than the table is read from its beginning, and stays where it is scrolled to.
void TextTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const QRect row = visualRect(index);
    const int room = viewport()->height();
    if (hint != EnsureVisible || row.height() <= room)
        return Steady<QTableWidget>::scrollTo(index, hint);
    const int shown = qMin(row.bottom(), room) - qMax(row.top(), 0);
    if (shown < room / 2)
        Steady<QTableWidget>::scrollTo(index, PositionAtTop);
}

// What is beyond the edge of a row is come to before the next row is.
void TextTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPage = event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp;
    const bool isDown = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown;
    const bool isUp = event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp;
    const QRect row = visualRect(currentIndex());
    const int room = viewport()->height();
    const int hidden = isDown ? row.bottom() - room : isUp ? -row.top() : 0;
    if (event->modifiers().testAnyFlags(Qt::ShiftModifier | Qt::ControlModifier) || row.height() <= room || hidden <= 0)
        return Steady<QTableWidget>::keyPressEvent(event);
    const int line = fontMetrics().lineSpacing();
    const int step = qMin(hidden + 1, isPage ? qMax(line, room - line) : 3 * line);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (isDown ? step : -step));
}

void TextTable::showPicture(QTableWidgetItem &cell, const QImage &picture)
{
    cell.setData(RoomyDelegate::PictureRole, picture.isNull() ? QVariant() : QVariant(picture));
}

int TextTable::wholeHeight() const
{
    return horizontalHeader()->sizeHint().height() + 2 * frameWidth() + verticalHeader()->length();
}

void TextTable::setText(int row, int column, const QString &text)
{
    const bool isLong = text.size() > ShownLimit;
    auto *item = new QTableWidgetItem(isLong ? text.left(ShownLimit) + u'…' : text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setToolTip(toolTipText(text));
    // In a row of many lines and a small table, the middle is out of view.
    item->setTextAlignment(Qt::AlignLeading | Qt::AlignTop);
    setItem(row, column, item);
}

} // namespace lanyard

#include "moc_texttable.cpp"
