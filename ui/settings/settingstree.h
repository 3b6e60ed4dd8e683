#pragma once

#include <QTreeView>

namespace lanyard {

/// The tree of settings: F2, Enter, Space, typing and a double click anywhere in a row edit its value. Categories and
/// groups fold by the same keys.
class SettingsTree : public QTreeView
{
    Q_OBJECT

public:
    explicit SettingsTree(QWidget *parent = nullptr);

    /// The least height that is set is enough.
    [[nodiscard]] QSize sizeHint() const override { return {QTreeView::sizeHint().width(), minimumHeight()}; }

    using QTreeView::edit;
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    /// Somebody wants to edit the current setting, which cannot be changed.
    void lockedPressed();
    /// The value of the current setting is to be copied.
    void copyRequested();
    /// The menu of the current row, at this place on the screen.
    void menuRequested(const QPoint &place);

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace lanyard
