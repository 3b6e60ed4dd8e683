#pragma once

#include "core/session/session.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace lanyard {

class ProxyController;
class SignInDialog;
class TrustSettings;

/// An account's way to a session: restores its saved sign-in, or asks for one in the sign-in dialog, and tries again
/// after what stood in the way: a certificate, a proxy. The dialog of an account that is not shown opens when it is.
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. @p window is the one in front of which the dialog opens.
    SignInFlow(Session &session, SavedAccounts &accounts, TrustSettings &trust, ProxyController &proxy,
               QWidget &window);
    ~SignInFlow() override;

    void setShown(bool isShown);

    /// Restores the account that @p server and @p userName ask for (see requestedAccount()) if its sign-in was saved,
    /// else asks for it.
    void start(const QString &server, const QString &userName);
    /// Asks for it.
    void askFor(const QString &server, const QString &userName);
    /// The same as start(), when the program is started again. What the user has typed in the dialog is not replaced:
    /// the dialog then says what was asked for, if it is for another account.
    void startAgain(const QString &server, const QString &userName);
    /// Restores @p account if its sign-in was saved; nothing is asked.
    void begin(const SavedAccount &account);
    /// Again, after it failed.
    void restore() { m_session.restore(m_account); }
    /// Closes the dialog if nothing has been entered in it. False if it is not open, or stays.
    [[nodiscard]] bool closeUnused();
    /// In the dialog: the program was started again for another account.
    void tellOtherAccountAsked(const QString &server, const QString &userName);
    /// What the user calls the account that is asked for.
    [[nodiscard]] QString nameOf(const QString &server, const QString &userName) const;
    /// Opens the dialog, for the account of an expired session or the last one. @p reason, one sentence, may be empty.
    void ask(const QString &reason = {});
    /// The session has ended, and there is something to do in it.
    void askToContinue();
    /// Until somebody has signed in, the dialog says that an account is added to those that there are.
    void setAdding() { m_isAdding = true; }
    /// Signs in with @p request, with the dialog open.
    void signIn(const SignInRequest &request);
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
    /// The same, and while @p isPresenting they cannot be shown.
    void setPresenting(bool isPresenting);

Q_SIGNALS:
    /// The dialog has been opened, or closed without a sign-in.
    void opened();
    void abandoned();
    /// The dialog is no longer open, with or without a sign-in.
    void closed();
    /// After a call that the certificate stopped: what else it has stopped need not ask again.
    void certificateTrusted(const lanyard::Origin &origin, const QByteArray &sha256);
    /// The service has taken the request for another user's, whom the user wants to add as another account.
    void otherUserRequested(const lanyard::SignInRequest &request);

private:
    [[nodiscard]] SignInDialog *dialog();
    void connectDialog();
    void open();
    void close();
    void suggestUser(const QString &server);
    void trust(const QString &server, const QByteArray &sha256);
    void removeFormer(const QString &server);
    void goOn(const QString &server, const QByteArray &sha256);
    void show(const Error &error);
    void stateChanged(Session::State state);
    void signedIn();
    void failed(const Error &error);
    void askForProxy(const Error &error);

    Session &m_session;
    SavedAccounts &m_accounts;
    TrustSettings &m_trust;
    ProxyController &m_proxy;
    QWidget &m_window;
    QPointer<SignInDialog> m_dialog; // owned by the window, created on first use
    bool m_isShown = true;
    bool m_isAdding = false;
    bool m_isPresenting = false;
    bool m_isDue = false; // the dialog opens when the account is shown
    SavedAccount m_account;
    QString m_otherAsked;               // as last told by tellOtherAccountAsked()
    Error m_shown;                      // in the dialog
    std::function<void()> m_afterTrust; // repeats the call that failed because of the certificate in the dialog
};

} // namespace lanyard
