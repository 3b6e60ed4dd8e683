// Where the values stand in the details of a key.
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keydetails.h"
#include "ui/apikeys/valuelabel.h"
#include "ui/apikeys/valuesarea.h"
#include "ui/look/spacing.h"

#include <QGridLayout>
#include <QStyle>

#include <array>
#include <utility>

namespace lanyard {

namespace {

// What may be long has a line of its own.
bool isWide(int column)
{
    return column == ApiKeysModel::Description || column == ApiKeysModel::Name;
}

} // namespace

// Two if each value fits in one line beside the other, whether secrets are revealed or not; none if not even a name and
// its value fit beside each other.
int KeyDetails::columnsThatFit() const
{
    int name = 0;
    int value = 0;
    std::array<int, 2> labels{};
    std::array<int, 2> cells{};
    std::size_t next = 0;
    for (const Value &one : std::as_const(m_all)) {
        if (one.cell->isHidden())
            continue;
        name = qMax(name, one.label->sizeHint().width());
        value = qMax(value, one.cell->minimumSizeHint().width());
        if (isWide(one.column))
            continue;
        labels.at(next) = qMax(labels.at(next), one.label->sizeHint().width());
        cells.at(next) = qMax(cells.at(next), one.cell->sizeHint().width());
        next = 1 - next;
    }
    const int wanted = labels[0] + cells[0] + labels[1] + cells[1] + 3 * m_grid->horizontalSpacing();
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_area);
    const int room = width() - 2 * space(Space::Large) - bar;
    if (wanted <= room)
        return 2;
    return name + value + m_grid->horizontalSpacing() <= room ? 1 : 0;
}

void KeyDetails::place()
{
    const int columns = columnsThatFit();
    if (columns == std::exchange(m_columns, columns))
        return;
    int next = 0;
    for (const Value &value : std::as_const(m_all)) {
        m_grid->removeWidget(value.label);
        m_grid->removeWidget(value.cell);
        if (value.cell->isHidden())
            continue;
        const bool spans = isWide(value.column);
        if (spans && columns > 1 && next % columns > 0)
            ++next;
        if (columns == 0) {
            m_grid->addWidget(value.label, 2 * next, 0);
            m_grid->addWidget(value.cell, 2 * next + 1, 0);
        } else {
            const int row = next / columns;
            const int column = 2 * (next % columns);
            m_grid->addWidget(value.label, row, column, spans ? Qt::AlignTop : Qt::AlignVCenter);
            m_grid->addWidget(value.cell, row, column + 1, 1, spans && columns > 1 ? 3 : 1);
        }
        ++next;
    }
    m_grid->setColumnStretch(0, columns == 0 ? 1 : 0);
    m_grid->setColumnStretch(1, columns > 0 ? 1 : 0);
    m_grid->setColumnStretch(3, columns > 1 ? 1 : 0);
}

void KeyDetails::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    place();
}

} // namespace lanyard
