#pragma once

#include "core/models/apikeysfilter.h"
#include "ui/common/steadytable.h"

#include <QTableView>

namespace lanyard {

class ApiKeysModel;

/// The table of API keys. Its selection and its scroll place belong to keys and not to rows: a new list, a sort order
/// and a filter leave them where they were, and what is gone is not replaced by its neighbour.
class KeysTable : public Steady<QTableView>
{
    Q_OBJECT

public:
    /// @p filter shows @p model; both must outlive the table.
    KeysTable(const ApiKeysModel &model, ApiKeysFilter &filter, QWidget *parent = nullptr);

    /// The row of the model (not of the filter) that is selected and can be seen; -1 when there is none.
    [[nodiscard]] int selectedKey() const;
    /// The person has used what is selected: a filter that hides it gives it back.
    void choose();
    /// Filters. Selects what the person chose; where that cannot be seen, what is selected already, or the first row.
    void showMatches(const QString &text, ApiKeysFilter::Show show);
    /// Selects likewise.
    void settle();

    /// One for each column to sort by, and one for each order: what a click on a header does.
    [[nodiscard]] QList<QAction *> sortActions() const { return m_sortActions; }

    /// By name, whichever column is the current one.
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// By the person. What the model's own changes do to the selection can be seen when they are over.
    void selectionMoved();
    /// The menu of the current row, at this place on the screen.
    void menuRequested(const QPoint &place);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    /// What was seen before the rows changed, in rows of the model.
    struct Sight
    {
        bool wasEmpty = true;
        bool atStart = true;
        int selected = -1;
        QList<int> rows;
    };

    void setUp();
    void addSortActions();
    void sortAndSay(int column, Qt::SortOrder order);
    [[nodiscard]] int shownRow(int key) const;
    [[nodiscard]] QList<int> keysInSight() const;
    void remember();
    void recall();
    void scrollBack();

    const ApiKeysModel &m_model;
    ApiKeysFilter &m_filter;
    int m_selected = -1; // selectedKey() as it was last told
    int m_chosen = -1;   // by the person, a row of the model; it may be filtered out
    bool m_settling = false;
    Sight m_before;
    QList<QAction *> m_sortActions;
};

} // namespace lanyard
