#pragma once

#include <QStackedWidget>

#include <map>

namespace lanyard {

class AccountView;
class Workspace;
class Workspaces;

/// Shows the current one of the open accounts. Each has a view of its own, which is made when it is first shown and
/// kept until the account is closed.
class AccountStack : public QStackedWidget
{
    Q_OBJECT

public:
    /// One of @p workspaces, which must outlive it, is always open.
    explicit AccountStack(Workspaces &workspaces, QWidget *parent = nullptr);
    ~AccountStack() override;

    [[nodiscard]] Workspace &workspace() const;
    [[nodiscard]] AccountView &view() const { return *m_current; }

Q_SIGNALS:
    /// Another account is shown.
    void switched();
    /// By the account that is shown: see AccountView.
    void pageRequested(int page);
    void signInRequested();

private:
    void showCurrent();
    [[nodiscard]] AccountView *viewOf(Workspace &workspace);
    void dropViews(int firstRow, int lastRow);

    Workspaces &m_workspaces;
    std::map<const Workspace *, AccountView *> m_views; // of the accounts that have been shown
    AccountView *m_current = nullptr;
};

} // namespace lanyard
