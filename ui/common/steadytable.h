#pragma once

#include <QAbstractItemView>
#include <QItemSelectionModel>

namespace lanyard {

/// A table whose selection changes only by a deliberate action. Qt selects the neighbour of a selected row that is
/// removed, and tells screen readers that the keyboard focus is in a table whose current row changes even if it is
/// elsewhere.
template<typename Table>
class Steady : public Table
{
public:
    using Table::Table;

    /// The one row that is visible and selected; -1 if there is none.
    [[nodiscard]] int selectedRow() const
    {
        const QModelIndexList rows = this->selectionModel()->selectedRows();
        return rows.size() == 1 ? rows.first().row() : -1;
    }

    /// Selects a row and makes it the current one, in either layout direction; -1: none. The widget need not have been
    /// shown yet.
    void chooseRow(int row)
    {
        if (row < 0 || row >= this->model()->rowCount())
            return this->selectionModel()->clear();
        const int column = this->currentIndex().isValid() ? this->currentIndex().column() : 0;
        this->selectionModel()->setCurrentIndex(this->model()->index(row, column),
                                                QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }

    /// The minimum height, if set: a page scrolls only if not even that fits.
    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize hint = Table::sizeHint();
        return {hint.width(), this->minimumHeight() > 0 ? this->minimumHeight() : hint.height()};
    }

protected:
    /// Whether a new current row is that of the user, of which a screen reader is told at once.
    [[nodiscard]] virtual bool isChosenByUser() const { return true; }

    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        if (this->hasFocus() && isChosenByUser())
            Table::currentChanged(current, previous);
        else
            QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): past it
    }

    // Of another one, a screen reader is told cells that may by now be those of other rows.
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override
    {
        if (this->hasFocus() && isChosenByUser())
            Table::selectionChanged(selected, deselected);
        else
            QAbstractItemView::selectionChanged(selected, deselected); // NOLINT(bugprone-parent-virtual-call): past it
    }

    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override
    {
        const QModelIndex current = this->currentIndex();
        if (current.parent() == parent && current.row() >= first && current.row() <= last)
            this->selectionModel()->clear();
        Table::rowsAboutToBeRemoved(parent, first, last);
    }
};

} // namespace lanyard
