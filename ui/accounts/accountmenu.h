#pragma once

#include <QMenu>
#include <QSet>

class QActionGroup;
class QLineEdit;
class QWidgetAction;

namespace lanyard {

class LateAnnouncement;
class Workspace;
class Workspaces;

/// The open accounts, of which one is chosen: a line each, with what it needs in words, the current one checked, and
/// below them what can be done with the list. Beyond eight accounts, typing finds one. The first nine have shortcuts.
class AccountMenu : public QMenu
{
    Q_OBJECT

public:
    /// @p workspaces must outlive it.
    explicit AccountMenu(Workspaces &workspaces, QWidget *parent = nullptr);

    /// How many accounts beside the current one wait for the user.
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] bool hasSeveral() const;
    /// The line of the account that is shown; empty if there is none.
    [[nodiscard]] QString currentLine() const;
    /// The line of the account in @p row of @p workspaces.
    [[nodiscard]] static QString line(const Workspaces &workspaces, int row);

Q_SIGNALS:
    /// What the lines say, or which one is the current one.
    void linesChanged();
    /// An account that is not the current one begins to wait for the user: its line.
    void beganToWait(const QString &line);
    void addRequested();
    void manageRequested();

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QString shortLine(int row) const;
    void addFilter();
    void fill();
    void fitScreen();
    void refresh();
    void refresh(int first, int last);
    [[nodiscard]] bool isWaiting(int row) const;
    /// The lines of those that have begun to wait, but for the current one.
    [[nodiscard]] QStringList noteWaiting(int first, int last);
    void filter(const QString &words);
    void choose(int row);
    void step(int by);

    Workspaces &m_workspaces;
    QWidgetAction *m_filterAction = nullptr;
    QLineEdit *m_filter = nullptr;       // made when it is first needed, as the two around it
    LateAnnouncement *m_found = nullptr; // how many accounts
    QSet<const Workspace *> m_waiting;   // the current one too
    int m_tooWide = 0;                   // on its screen, in pixels, were its lines not shortened by as much
    QActionGroup *m_accounts;
    QAction *m_end; // the accounts stand before it
    QAction *m_next;
    QAction *m_previous;
};

} // namespace lanyard
