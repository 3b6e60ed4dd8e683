#pragma once

#include <QDialog>

class QBoxLayout;
class QMenu;
class QMenuBar;

namespace lanyard {

class TextTable;

/// The keyboard shortcuts of a window: those of its menus, a table for each menu. Deletes itself when closed.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QMenuBar &menus, QWidget *parent);

private:
    void alignKeys();
    void addGroup(QBoxLayout *layout, const QMenu &menu);

    QList<TextTable *> m_tables;
};

} // namespace lanyard
