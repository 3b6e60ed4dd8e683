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

    /// See SignInFlow.
    void start(const QString &server, const QString &userName) { m_signIn.start(server, userName); }
    void startAgain(const QString &server, const QString &userName) { m_signIn.startAgain(server, userName); }
    void askToSignIn() { m_signIn.ask(); }
    void reload();
    void cancelReload();
    /// Asks first, if anything is unsaved.
    void signOut();
    /// See SavingController.
    void guard(Leaving leaving, const std::function<void()> &next) { m_saving.guard(leaving, next); }
    /// Another account than the open one was asked for.
    void showOtherAccountAsked() { m_messages.showOtherAccountAsked(); }
    /// The computer was suspended or its clock was set.
    void clockJumped() { m_watch.clockJumped(); }
    /// The user is away: all revealed secrets are masked again.
    void hideSecrets();

private:
    void connectSaving();
    void connectSignIn();
    void stateChanged(Session::State state);
    void showProgress();
    void showSignedOut();
    void leave();

    Workspace &m_workspace;
    Session &m_session;
    AccountView &m_view;
    SavingController m_saving;
    ProxyController m_proxy;
    SignInFlow m_signIn;
    SessionMessages m_messages;
    SessionWatch m_watch;
};

} // namespace lanyard
