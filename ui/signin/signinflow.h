#pragma once

#include "core/session/session.h"

#include <QObject>

#include <functional>

class QWidget;

namespace lanyard {

class ProxyController;
class SignInDialog;
class TrustSettings;

/// The way to a session, one per window: restores the saved sign-in of an account, or asks for one in the sign-in
/// dialog, and tries again after what stood in the way: a certificate, a proxy.
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. @p window is the one in front of which the dialog opens.
    SignInFlow(Session &session, SavedAccounts &accounts, TrustSettings &trust, ProxyController &proxy,
               QWidget &window);

    /// Restores the account that @p server and @p userName ask for (see requestedAccount()) if its sign-in was saved,
    /// else asks for it.
    void start(const QString &server, const QString &userName);
    /// The same, when the program is started again. What the user has typed in the dialog is not replaced: the dialog
    /// then says what was asked for.
    void startAgain(const QString &server, const QString &userName);
    /// Again, after it failed.
    void restore() { m_session.restore(m_account); }
    /// Opens the dialog, for the account of an expired session or the last one. @p reason, one sentence, may be empty.
    void ask(const QString &reason = {});
    /// The session has ended, and there is something to do in it.
    void askToContinue();
    /// Opens the dialog with @p error. Once the certificate in it has been trusted, @p again runs instead of a sign-in.
    void askAfter(const Error &error, const std::function<void()> &again);
    /// After a sign-out, of which @p text tells: asks for the same account. A dialog that is open already is left as it
    /// is.
    void askAfterSignOut(const SavedAccount &account, const QString &text);

    [[nodiscard]] bool isOpen() const;
    /// The account that is asked for, or is being restored.
    [[nodiscard]] const SavedAccount &account() const { return m_account; }
    /// Shows passwords as dots again.
    void hideSecrets();

Q_SIGNALS:
    /// The dialog has been opened, or closed without a sign-in.
    void opened();
    void abandoned();
    /// After a call that the certificate stopped: what else it has stopped need not ask again.
    void certificateTrusted(const lanyard::Origin &origin, const QByteArray &sha256);
    /// The user wants to sign in as somebody else, and to discard the unsaved changes.
    void otherUserAccepted();

private:
    [[nodiscard]] SignInDialog *dialog();
    void connectDialog();
    void close();
    void suggestUser(const QString &server);
    void trust(const QString &server, const QByteArray &sha256);
    void stateChanged(Session::State state);
    void signedIn();
    void failed(const Error &error);
    void askForProxy(const Error &error);

    Session &m_session;
    SavedAccounts &m_accounts;
    TrustSettings &m_trust;
    ProxyController &m_proxy;
    QWidget &m_window;
    SignInDialog *m_dialog = nullptr; // owned by the window, created on first use
    SavedAccount m_account;
    std::function<void()> m_afterTrust; // repeats the call that failed because of the certificate in the dialog
};

} // namespace lanyard
