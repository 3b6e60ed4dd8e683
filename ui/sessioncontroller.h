#pragma once

#include "core/session/session.h"
#include "ui/account/keychaincontroller.h"
#include "ui/account/sessionwatch.h"
#include "ui/signin/proxycontroller.h"

#include <QObject>

#include <functional>

namespace lanyard {

class MainWindow;
class SavingController;
class SignInDialog;
class TrustSettings;
class Workspace;

/// Passes the user's requests from the window to the session, and the outcomes back: which sentence is shown where, and
/// which next step is offered.
class SessionController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    SessionController(Workspace &workspace, SavedAccounts &accounts, TrustSettings &trust, SavingController &saving,
                      ProxySignIns &proxySignIns, MainWindow &window, QObject *parent = nullptr);

    /// Restores the account of @p server and @p userName (either may be empty: then the most recently used one) if its
    /// sign-in was saved, else asks for it.
    void start(const QString &server, const QString &userName);
    /// The program was started again, with @p server and @p userName (either may be empty).
    void startedAgain(const QString &server, const QString &userName);
    /// The computer was suspended or its clock was set.
    void clockJumped() { m_watch.clockJumped(); }
    /// The user is away: all revealed secrets are masked again.
    void hideSecrets();

private:
    [[nodiscard]] Result<Origin> originFrom(const QString &server) const;
    void connectWindow();
    void connectSession();
    void ask(const QString &reason);
    void askToGoOn();
    void showNobody();
    void reload();
    void closeDialog();
    [[nodiscard]] SignInDialog *dialog();

    void userChanged(const std::optional<QDateTime> &draft);
    void stateChanged(Session::State state);
    void signedIn();
    void showProgress(Session::State state);
    void storageChanged();
    void storageNameChanged();
    void signInFailed(const Error &error);
    void restoreFailed(const std::optional<Error> &error);
    void reloadFailed(const Error &error);
    void signedOut(const SignOutReport &report);
    void leave();
    void settleAccount();
    void askForProxy(const Error &error);
    void showFailure(Message message, const Error &error, const std::function<void()> &again);
    void trust(const QString &server, const QByteArray &sha256);

    Workspace &m_workspace;
    Session &m_session;
    SavedAccounts &m_accounts;
    TrustSettings &m_trust;
    SavingController &m_saving;
    MainWindow &m_window;
    SignInDialog *m_dialog = nullptr; // owned by the window, created on first use
    SavedAccount m_wanted;            // the account that the sign-in dialog is filled in with
    KeychainController m_keychain;
    ProxyController m_proxy;
    SessionWatch m_watch;
    std::function<void()> m_afterTrust; // repeats the call that failed because of the certificate in the dialog
};

} // namespace lanyard
