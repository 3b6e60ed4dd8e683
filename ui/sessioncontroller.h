#pragma once

#include "core/workspace/sessionwatch.h"
#include "ui/account/sessionmessages.h"
#include "ui/signin/proxycontroller.h"
#include "ui/signin/signinflow.h"

#include <QObject>

namespace lanyard {

class MainWindow;
class SavingController;

/// Passes the user's requests from the window to the session, and shows in the window what the session does.
class SessionController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    SessionController(Workspace &workspace, SavedAccounts &accounts, TrustSettings &trust, SavingController &saving,
                      ProxySignIns &proxySignIns, MainWindow &window, QObject *parent = nullptr);

    /// See SignInFlow.
    void start(const QString &server, const QString &userName) { m_signIn.start(server, userName); }
    /// The program was started again, with @p server and @p userName (either may be empty).
    void startedAgain(const QString &server, const QString &userName);
    /// The computer was suspended or its clock was set.
    void clockJumped() { m_watch.clockJumped(); }
    /// The user is away: all revealed secrets are masked again.
    void hideSecrets();

private:
    void connectWindow();
    void connectSaving();
    void connectSignIn();
    void reload();
    void stateChanged(Session::State state);
    void showProgress();
    void showSignedOut();
    void leave();

    Workspace &m_workspace;
    Session &m_session;
    SavedAccounts &m_accounts;
    SavingController &m_saving;
    MainWindow &m_window;
    ProxyController m_proxy;
    SignInFlow m_signIn;
    SessionMessages m_messages;
    SessionWatch m_watch;
};

} // namespace lanyard
