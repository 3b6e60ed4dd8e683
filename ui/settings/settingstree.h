#pragma once

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QTreeView>

namespace lanyard {

class ColumnRoom;
struct ColumnWish;

/// The tree of settings: F2, Enter and a double click anywhere in a row edit its value. Space, and a click on its box,
/// switch one that is true or false at once. Enter and Space fold categories and groups. Letters find a name, and
/// change nothing. The arrows to the sides lead from cell to cell of a setting.
class SettingsTree : public QTreeView
{
    Q_OBJECT

public:
    explicit SettingsTree(QWidget *parent = nullptr);

    /// Sorts by name until the user chooses otherwise, and follows the selection. Once, after setModel().
    void setUp();
    /// See makeSortActions().
    [[nodiscard]] QList<QAction *> sortActions() const { return m_sortActions; }
    /// One for each column that can be hidden: the type is at first. The header's menu has them too.
    [[nodiscard]] QList<QAction *> columnActions() const { return m_columnActions; }
    /// Copies the value of the current setting, unless it is secret.
    void copyCurrent();

    /// The widths of the columns, for restoreColumnState(), which also takes what was saved before settings could be
    /// sorted.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);
    /// Once there is content, unless the user has set the widths: they follow it and the room from then on.
    void fitColumns();

    /// The minimum height, if set, is enough.
    [[nodiscard]] QSize sizeHint() const override { return {QTreeView::sizeHint().width(), minimumHeight()}; }

    /// Every branch but those, in one go: each call of Qt's would lay out all rows.
    void unfoldAllBut(const QModelIndexList &folded);

    using QTreeView::edit;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// The user tried to edit the current setting, which is read-only.
    void lockedPressed();
    /// The setting with that value, which is true or false, is to be switched.
    void switchPressed(const QModelIndex &value);
    /// The value of the current setting is on the clipboard, or is not because it @p isSecret.
    void copied(bool isSecret);
    /// The context menu of the current row, at this position on the screen.
    void menuRequested(const QPoint &position);

protected:
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    static constexpr int NameAndValue = 2; // the first two of columnWishes()

    void takeKey(QKeyEvent *event);
    [[nodiscard]] bool opensCalendar(const QKeyEvent &key) const;
    void makeColumnActions();
    void followColumns();
    [[nodiscard]] bool isForSpace(const QModelIndex &row) const;
    /// The value whose box is there; invalid if there is none.
    [[nodiscard]] QModelIndex switchAt(const QPoint &position) const;
    [[nodiscard]] QList<ColumnWish> columnWishes() const;

    ColumnRoom *m_room;
    QElapsedTimer m_sinceSearch;
    QPersistentModelIndex m_pressedSwitch; // the value whose box the mouse button was pressed on
    QList<QAction *> m_sortActions;
    QList<QAction *> m_columnActions;
};

} // namespace lanyard
