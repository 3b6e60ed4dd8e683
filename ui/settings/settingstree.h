#pragma once

#include <QTreeView>

namespace lanyard {

/// The tree of settings: F2, Enter, Space, typing and a double click anywhere in a row edit its value. The same keys
/// fold categories and groups.
class SettingsTree : public QTreeView
{
    Q_OBJECT

public:
    explicit SettingsTree(QWidget *parent = nullptr);

    /// Sorts by name until the user chooses otherwise. Once, after setModel().
    void setUpSorting();
    /// See makeSortActions().
    [[nodiscard]] QList<QAction *> sortActions() const { return m_sortActions; }
    /// Whether the current row is in view.
    [[nodiscard]] bool seesCurrent() const;
    /// Restores what QHeaderView::saveState() returned, also before settings could be sorted.
    bool restoreHeader(const QByteArray &state);

    /// The minimum height, if set, is enough.
    [[nodiscard]] QSize sizeHint() const override { return {QTreeView::sizeHint().width(), minimumHeight()}; }

    using QTreeView::edit;
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    /// The user tried to edit the current setting, which is read-only.
    void lockedPressed();
    /// The value of the current setting is to be copied.
    void copyRequested();
    /// The context menu of the current row, at this position on the screen.
    void menuRequested(const QPoint &place);

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QList<QAction *> m_sortActions;
};

} // namespace lanyard
