#pragma once

#include <QList>
#include <QObject>

class QAction;
class QHeaderView;
class QMenu;

namespace lanyard {

/// Which columns the table of keys shows: an action for each but the name, which is always there. The rest of what is
/// known of a key is in its details. The menu of the header has them, too.
class KeyColumns : public QObject
{
    Q_OBJECT

public:
    /// @p header belongs to the table, which owns this.
    explicit KeyColumns(QHeaderView &header);

    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }
    /// The header has been changed by something else.
    void follow();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// By the user.
    void columnSwitched(int column, bool isShown);

private:
    void addColumn(int column, const QString &text, bool isShown);
    void show(int column, bool isShown);
    void showMenu(const QPoint &position);

    QHeaderView &m_header;
    QList<QAction *> m_actions;
};

} // namespace lanyard
