#pragma once

#include "ui/common/texttable.h"

#include <QDialog>
#include <QKeySequence>

class QBoxLayout;
class QMenuBar;

namespace lanyard {

/// The keyboard shortcuts of a window: those of its menus, a table for each menu, and those that are in no menu.
/// Deletes itself when closed.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    struct Shortcut
    {
        QString text; ///< as on its button
        QKeySequence key;
    };
    /// @p others, below the title @p place, are in no menu.
    ShortcutsDialog(const QMenuBar &menus, const QString &place, const QList<Shortcut> &others, QWidget *parent);

private:
    void alignKeys();
    void addGroup(QBoxLayout *layout, const QString &title, const QList<TextTable::Row> &rows);

    QList<TextTable *> m_tables;
};

} // namespace lanyard
