#pragma once

#include "ui/account/accountcontroller.h"

#include <QStackedWidget>

#include <map>
#include <memory>
#include <vector>

namespace lanyard {

class AccountView;
class Workspaces;

/// Shows the current one of the open accounts. Each has a view and a controller of its own, which are made when it is
/// first shown and kept until the account is closed.
class AccountStack : public QStackedWidget
{
    Q_OBJECT

public:
    /// One of @p workspaces, which must outlive it as @p services must, is always open. Dialogs open in front of @p
    /// window.
    AccountStack(Workspaces &workspaces, const AccountServices &services, QWidget &window);
    ~AccountStack() override;

    [[nodiscard]] Workspaces &workspaces() const { return m_workspaces; }
    [[nodiscard]] const AccountServices &services() const { return m_services; }
    [[nodiscard]] Workspace &workspace() const;
    [[nodiscard]] AccountView &view() const { return *m_current->view; }
    [[nodiscard]] AccountController &controller() const { return *m_current->controller; }

    /// The view and the controller of @p workspace, made now if they have not been. It need not be one of the
    /// workspaces yet.
    AccountController &prepare(Workspace &workspace) { return *shown(workspace).controller; }
    [[nodiscard]] MessageQueue &messages(Workspace &workspace);
    /// Destroys them.
    void drop(const Workspace &workspace);
    /// While @p isHeldBack, the account that is shown opens no dialogs either: one would get what is typed for another.
    void holdBack(bool isHeldBack);
    /// Of the accounts that have been shown.
    [[nodiscard]] std::vector<AccountController *> controllers() const;

    /// Page and column widths, for the views that there are and those that are made later (see AccountView).
    void restorePlacement(const QJsonObject &placement);

    /// Restores every account, as if it had been shown.
    void beginAll();

    /// The computer was suspended or its clock was set.
    void clockJumped();
    /// The user is away: all revealed secrets are masked again.
    void hideSecrets();
    /// What is being typed becomes an edit, in every account.
    void takeTyping();
    /// What a message about the program as a whole says is over, whichever account it is shown with.
    void settle(Topic topic);

Q_SIGNALS:
    /// Another account is shown.
    void switched();
    /// By the account that is shown: see AccountView.
    void pageRequested(int page);
    /// A view has been made, and will be asked for secrets.
    void viewMade(lanyard::AccountView *view);
    /// By any account: see SignInFlow.
    void otherUserRequested(const lanyard::SignInRequest &request);

private:
    struct Shown
    {
        AccountView *view = nullptr;
        std::unique_ptr<AccountController> controller;
    };

    void showCurrent();
    void findKey();
    [[nodiscard]] Shown &shown(Workspace &workspace);

    Workspaces &m_workspaces;
    AccountServices m_services;
    QWidget &m_window;
    std::map<const Workspace *, Shown> m_shown;
    QJsonObject m_placement;
    Shown *m_current = nullptr;
    bool m_isHeldBack = false;
};

} // namespace lanyard
