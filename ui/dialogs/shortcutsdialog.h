#pragma once

#include "ui/common/keyhint.h"
#include "ui/common/texttable.h"

#include <QDialog>

class QBoxLayout;
class QMenuBar;

namespace lanyard {

/// The keyboard shortcuts of a window: those of its menus, a table for each menu, and those that are in no menu.
/// Deletes itself when closed.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p others are in no menu.
    ShortcutsDialog(const QMenuBar &menus, const QList<KeyHints> &others, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void alignKeys();
    void addGroup(QBoxLayout *layout, const QString &title, const QList<TextTable::Row> &rows);

    QList<TextTable *> m_tables;
    int m_keysWidth = 0; // of the widest, in one line
};

} // namespace lanyard
