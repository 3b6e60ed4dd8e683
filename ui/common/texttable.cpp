#include "ui/common/texttable.h"

#include <QHeaderView>

namespace lanyard {

namespace {

// So that a row stays a few lines high; the whole text is in the tool tip.
constexpr qsizetype ShownLimit = 140;

} // namespace

TextTable::TextTable(const QString &name, const QStringList &headers, QWidget *parent)
    : QTableWidget(0, static_cast<int>(headers.size()), parent)
{
    setAccessibleName(name);
    setHorizontalHeaderLabels(headers);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setAlternatingRowColors(true);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 10);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
}

void TextTable::addRow(const QStringList &texts)
{
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < columnCount(); ++column)
        setText(row, column, texts.value(column));
}

void TextTable::setText(int row, int column, const QString &text)
{
    const bool isLong = text.size() > ShownLimit;
    auto *item = new QTableWidgetItem(isLong ? text.left(ShownLimit) + u'…' : text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setToolTip(text.toHtmlEscaped());
    setItem(row, column, item);
}

} // namespace lanyard

#include "moc_texttable.cpp"
