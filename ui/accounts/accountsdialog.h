#pragma once

#include <QDialog>

class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace lanyard {

class Workspace;
class Workspaces;

/// The list of accounts: their order, which is changed by dragging or with keys, and which of them are removed.
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p workspaces must outlive it.
    explicit AccountsDialog(Workspaces &workspaces, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void removeRequested(lanyard::Workspace *workspace);

private:
    void layOut();
    void layOutBeside(QVBoxLayout &layout);
    void layOutAbove(QVBoxLayout &layout);
    void addKeys();
    void fill();
    void refresh();
    void updateButtons();
    void move(int by);
    void remove();

    Workspaces &m_workspaces;
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    QPushButton *m_add;
    bool m_isNarrow = false; // the screen
    bool m_isMoving = false; // by hand, in the list itself
};

} // namespace lanyard
