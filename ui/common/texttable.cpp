#include "ui/common/texttable.h"

#include "core/base/text.h"
#include "ui/common/cuttextdelegate.h"
#include "ui/common/screenroom.h"
#include "ui/look/breaks.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QHeaderView>
#include <QLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyle>
#include <QTextBoundaryFinder>

#include <utility>

namespace lanyard {

namespace {

// So that a row stays a few lines high; the whole text is in the tooltip.
constexpr qsizetype ShownLimit = 140;

// With room above and below the text, which may have several lines.
int roomAbove(const QStyleOptionViewItem &option)
{
    return qMax(space(Space::Small), (listRowHeight() - option.fontMetrics.height()) / 2 - 1);
}

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

// As many characters of @p word as fit into @p width, and one at least.
qsizetype fittingStart(int width, const QString &word, const QFontMetrics &metrics)
{
    int length = 1;
    while (length < word.size() && metrics.horizontalAdvance(word, length + 1) <= width)
        ++length;
    return length;
}

// A word that is wider than @p width is broken where its own line is full: cut, two that differ at their ends would
// look alike.
QString fittedInto(int width, const QString &text, const QFontMetrics &metrics)
{
    QString fitted;
    QTextBoundaryFinder words(QTextBoundaryFinder::Line, text);
    for (qsizetype start = 0, end = words.toNextBoundary(); end > 0; start = end, end = words.toNextBoundary()) {
        const QString word = text.mid(start, end - start);
        fitted += metrics.horizontalAdvance(word.trimmed()) <= width
                      ? word
                      : breakable(word, fittingStart(width, word, metrics), 1);
    }
    return fitted;
}

class RoomyDelegate : public CutTextDelegate
{
public:
    using CutTextDelegate::CutTextDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem whole = option;
        initStyleOption(&whole, index);
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, option.widget);
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(0, roomAbove(option), 0, -roomAbove(option));
        if (option.direction == Qt::RightToLeft)
            inner.rect.setLeft(inner.rect.left() + space(Space::Small));
        else
            inner.rect.setRight(inner.rect.right() - space(Space::Small));
        CutTextDelegate::paint(painter, inner, index);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem inner = option;
        inner.rect.setWidth(qMax(0, inner.rect.width() - space(Space::Small)));
        const QSize hint = CutTextDelegate::sizeHint(inner, index) + QSize(space(Space::Small), 2 * roomAbove(option));
        // Some other font has the marks of direction around a text, and is taller by a pixel or two.
        constexpr int otherFont = 2;
        const bool isOneLine = hint.height() <= listRowHeight() + otherFont;
        return {hint.width(), isOneLine ? listRowHeight() : hint.height()};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        CutTextDelegate::initStyleOption(option, index);
        const bool hasIcon = option->features.testFlag(QStyleOptionViewItem::HasDecoration);
        const int room =
            option->rect.width() - (hasIcon ? option->decorationSize.width() : 0) - 2 * space(Space::Small);
        if (room > 0) // asked for the width of a column, there is none yet
            option->text = fittedInto(room, option->text, option->fontMetrics);
    }
};

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
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
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
