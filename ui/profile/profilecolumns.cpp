// Where the fields of the profile are: in one column of cards or in two, by the room there is.
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"
#include "ui/profile/fieldcell.h"
#include "ui/profile/profilepage.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QStyle>

namespace lanyard {

namespace {

// In characters, so that large text on a wide screen counts as narrow too.
constexpr int NarrowForm = 66;
constexpr int WideForm = 184;                 // has room for two columns
constexpr int WidestForm[] = {120, 120, 208}; // by the number of columns

int characters(const QWidget &widget, int count)
{
    return characterWidth(widget.fontMetrics()) * count;
}

} // namespace

// Read down the first column, then down the second one: the order of the table.
void ProfilePage::place()
{
    const bool isWide = m_columns == 2;
    m_form->setMaximumWidth(characters(*this, WidestForm[m_columns]));
    m_beside->setStretch(1, isWide ? 1 : 0);
    constexpr int inFirstColumn = 3;
    for (const Group &group : std::as_const(m_groups)) { // one that is still there would be in the way of the others
        m_left->removeWidget(group.card);
        m_right->removeWidget(group.card);
    }
    const int narrowest = m_columns == 0 ? 0 : narrowestColumn();
    for (int i = 0; i < m_groups.size(); ++i) {
        QVBoxLayout *column = isWide && i >= inFirstColumn ? m_right : m_left;
        column->insertWidget(column->count() - 1, m_groups.at(i).card); // above the stretch
        placeCells(m_groups.at(i), narrowest);
    }
}

// The same in every card, so that their fields begin and end in line.
int ProfilePage::narrowestColumn() const
{
    int narrowest = 0;
    for (const Group &group : m_groups) {
        for (const FieldCell *cell : group.cells) {
            const int between = (cell->columns() - 1) * group.grid->horizontalSpacing();
            const int needed = cell->minimumSizeHint().width() - between;
            narrowest = qMax(narrowest, (needed + cell->columns() - 1) / cell->columns());
        }
    }
    return narrowest;
}

void ProfilePage::placeCells(const Group &group, int narrowest) const
{
    for (int i = 0; i < FieldColumns; ++i)
        group.grid->setColumnMinimumWidth(i, narrowest);
    int line = 0;
    int column = 0;
    for (FieldCell *cell : group.cells) {
        const int wanted = m_columns == 0 ? FieldColumns : cell->columns();
        if (column + wanted > FieldColumns) {
            ++line;
            column = 0;
        }
        group.grid->addWidget(cell, line, column, 1, wanted);
        column = cell->isAlone() ? FieldColumns : column + wanted;
    }
}

QRect ProfilePage::form() const
{
    return {m_form->mapTo(this, QPoint(0, 0)), m_form->size()};
}

// In no case wider than the window, where the button at the end of a line would be out of sight.
void ProfilePage::resizeEvent(QResizeEvent *event)
{
    keepRoomForBar();
    const QMargins margins = m_around->contentsMargins();
    const int besideForm = 2 * qMin(margins.left(), margins.right()) + verticalScrollBar()->sizeHint().width();
    m_needed[m_columns] = m_form->minimumSizeHint().width() + besideForm;
    int columns = width() >= characters(*this, WideForm) ? 2 : width() >= characters(*this, NarrowForm) ? 1 : 0;
    while (columns > 0 && width() < m_needed[columns])
        --columns;
    if (std::exchange(m_columns, columns) != columns)
        place();
    PageArea::resizeEvent(event);
}

// Else the form would move when the bar with Save comes below it, and this one with it.
void ProfilePage::keepRoomForBar()
{
    const QScrollBar *bar = verticalScrollBar();
    const bool isOver = style()->styleHint(QStyle::SH_ScrollBar_Transient, nullptr, bar) != 0;
    const int kept = bar->maximum() > 0 || isOver ? 0 : bar->sizeHint().width();
    const int side = space(Space::Large);
    m_around->setContentsMargins(side + (isRightToLeft() ? kept : 0), side, side + (isRightToLeft() ? 0 : kept), side);
}

} // namespace lanyard
