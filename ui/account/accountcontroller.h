#pragma once

#include "core/workspace/sessionwatch.h"
#include "ui/account/savingcontroller.h"
#include "ui/account/sessionmessages.h"
#include "ui/signin/proxycontroller.h"
#include "ui/signin/signinflow.h"

#include <QObject>

namespace lanyard {

/// What all accounts of a window share, beside what the workspaces do (see Shared). All of it must outlive them.
struct AccountServices
{
    SavedAccounts &accounts;
    TrustSettings &trust;
    ProxySignIns &proxySignIns;
};

/// One account in the window: passes the user's requests to its session, and shows in its view what the session does.
class AccountController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. Dialogs open in front of the window of @p view.
    AccountController(Workspace &workspace, AccountView &view, const AccountServices &services, QWidget &window);

    /// When it is first shown: restores the account if its sign-in was saved.
    void begin();
    /// See SignInFlow.
    void start(const QString &server, const QString &userName);
    void startAgain(const QString &server, const QString &userName);
    void setAdding() { m_signIn.setAdding(); }
    void askToSignIn() { m_signIn.ask(); }
    void askFor(const QString &server, const QString &userName) { m_signIn.askFor(server, userName); }
    void signIn(const SignInRequest &request) { m_signIn.signIn(request); }
    /// What would open a dialog waits until the account is shown.
    void setShown(bool isShown);
    [[nodiscard]] Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] SavingController &saving() { return m_saving; }
    void reload();
    void cancelReload();
    /// Asks first, if anything is unsaved.
    void signOut();
    /// See SavingController.
    void guard(Leaving leaving, const std::function<void()> &next, const QString &account = {})
    {
        m_saving.guard(leaving, next, account);
    }
    /// Closes the sign-in dialog if nothing has been entered in it. False if it stays, or another one is open.
    [[nodiscard]] bool closeUnusedDialog();
    /// Another account was asked for, which is not shown because a dialog of this one is open. @p isListed: it is among
    /// the accounts of the window.
    void tellOtherAccountAsked(const QString &server, const QString &userName, bool isListed);
    /// Somebody has signed in to this account once more.
    void tellAlreadyOpen() { m_messages.showAlreadyOpen(); }
    /// The computer was suspended or its clock was set.
    void clockJumped() { m_watch.clockJumped(); }
    /// The user is away: all revealed secrets are masked again.
    void hideSecrets();

Q_SIGNALS:
    /// See SignInFlow.
    void otherUserRequested(const lanyard::SignInRequest &request);
    void signInAbandoned();

private:
    void connectSaving();
    void connectSignIn();
    void tellReloaded(DocumentSync::Cause cause);
    void stateChanged(Session::State state);
    void showProgress();
    void showSignedOut();

    Workspace &m_workspace;
    Session &m_session;
    AccountView &m_view;
    SavingController m_saving;
    ProxyController m_proxy;
    SignInFlow m_signIn;
    SessionMessages m_messages;
    SessionWatch m_watch;
    User m_beforeReload;
    bool m_hasBegun = false;
};

} // namespace lanyard
