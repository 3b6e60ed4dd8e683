#pragma once

#include "core/session/session.h"
#include "ui/keychaincontroller.h"
#include "ui/proxycontroller.h"
#include "ui/sessionwatch.h"

#include <QObject>

#include <functional>

namespace lanyard {

class ApiKeysModel;
class Autosave;
class MainWindow;
class SavingController;
class SignInDialog;

/// Carries what the person wants from the window to the session, and what came of it back: which sentence is shown
/// where, and which next step is offered.
class SessionController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    SessionController(Session &session, SavedAccounts &accounts, Autosave &drafts, ApiKeysModel &apiKeys,
                      SavingController &saving, ProxySignIns &proxySignIns, MainWindow &window,
                      QObject *parent = nullptr);

    /// Restores the account of @p server and @p userName (either may be empty: then the one used last) if its sign-in
    /// was kept, else asks for it.
    void start(const QString &server, const QString &userName);
    /// The program was started once more, with @p server and @p userName (either may be empty).
    void startedAgain(const QString &server, const QString &userName);
    /// The computer slept or its clock was set.
    void clockJumped() { m_watch.clockJumped(); }
    /// Nobody is there to see it: everything that is revealed is masked again.
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

    void userChanged(DocumentSync::Cause cause);
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

    Session &m_session;
    SavedAccounts &m_accounts;
    Autosave &m_drafts;
    ApiKeysModel &m_apiKeys;
    SavingController &m_saving;
    MainWindow &m_window;
    SignInDialog *m_dialog = nullptr; // owned by the window, made when first needed
    SavedAccount m_wanted;            // what the sign-in dialog is filled with
    KeychainController m_keychain;
    ProxyController m_proxy;
    SessionWatch m_watch;
    std::function<void()> m_afterTrust; // what failed for the certificate that the dialog shows
};

} // namespace lanyard
