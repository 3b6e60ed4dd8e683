#pragma once

#include "core/models/apikeysfilter.h"
#include "ui/common/steadytable.h"

#include <QTableView>
#include <QTimer>

namespace lanyard {

class ApiKeysModel;
class ColumnRoom;
class KeyCellDelegate;
class KeyColumns;
struct ColumnWish;

/// The table of API keys. Its selection and scroll position belong to keys, not rows: they survive a new list, a new
/// sort order and a filter, and a key that is gone is not replaced by its neighbour.
class KeysTable : public Steady<QTableView>
{
    Q_OBJECT

public:
    /// @p filter shows @p model; both must outlive the table.
    KeysTable(const ApiKeysModel &model, ApiKeysFilter &filter, QWidget *parent = nullptr);

    /// The row of the model (not of the filter) that is selected and visible; -1 if there is none.
    [[nodiscard]] int selectedKey() const;
    /// The user has acted on the selection: if a filter hides it, it is restored afterwards.
    void choose();
    /// Applies the filter. Selects the row that the user chose; if that is hidden, keeps the current selection, or
    /// selects the first row.
    void showMatches(const QString &text, ApiKeysFilter::Show show);
    /// Whether the rows are still those of an earlier text.
    [[nodiscard]] bool isSearching() const { return m_filter.isSearching(); }
    /// Selects in the same way.
    void settle();

    /// See makeSortActions().
    [[nodiscard]] QList<QAction *> sortActions() const { return m_sortActions; }

    /// One for each column that can be shown or not.
    [[nodiscard]] QList<QAction *> columnActions() const;

    /// Which columns are shown, their widths and order; empty if they have never been seen. An empty or foreign state,
    /// and that of a version which showed every column, changes nothing.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);
    /// Once there is content, unless the user has set the widths: they follow it and the room from then on.
    void fitColumns();

    /// Says for a moment in its row that the key was copied.
    void showCopied(int key);
    /// Takes that back.
    void forgetCopied();
    /// The height of the header and @p rows rows.
    [[nodiscard]] int heightOf(int rows) const;

    /// By name, whichever column is current.
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// By the user. The model's own changes to the selection are complete by then.
    void selectionMoved();
    /// The context menu of the current row, at this position on the screen.
    void menuRequested(const QPoint &position);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] bool isChosenByUser() const override { return !m_settling; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What was visible before the rows changed, as rows of the model.
    struct Sight
    {
        bool wasEmpty = true;
        bool atStart = true;
        int selected = -1;
        QList<int> rows;
    };

    void setUp();
    void addSortActions();
    void shareRoom();
    void refitColumns(int column, bool isShown);
    [[nodiscard]] int wholeWidth(int column) const;
    [[nodiscard]] QList<ColumnWish> columnWishes() const;
    [[nodiscard]] int shownRow(int key) const;
    [[nodiscard]] QList<int> keysInSight() const;
    void remember();
    void recall();
    [[nodiscard]] bool isInSight(int height) const;
    void showCurrent();
    void scrollBack();

    const ApiKeysModel &m_model;
    ApiKeysFilter &m_filter;
    int m_selected = -1; // selectedKey() as last emitted
    int m_chosen = -1;   // by the user, a row of the model; it may be filtered out
    bool m_settling = false;
    Sight m_before;
    QList<QAction *> m_sortActions;
    KeyCellDelegate *m_delegate;
    KeyColumns *m_columns;
    ColumnRoom *m_room;
    QTimer m_forgetCopied;
};

} // namespace lanyard
