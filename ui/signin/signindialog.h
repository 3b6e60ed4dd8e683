#pragma once

#include "core/base/error.h"
#include "core/secrets/secretstore.h"
#include "core/session/signinrequest.h"

#include <QDialog>
#include <QPointer>

class QLineEdit;
class QPushButton;

namespace lanyard {

class FittingArea;
class PageHeader;
class PlainLabel;
class SignInForm;
class SignInOutcome;
class SignInProgress;
class SubmitButton;
class Welcome;

/// Asks for the server and the sign-in. Emits what was entered and shows the outcome; decides nothing itself.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SignInDialog(QWidget *parent = nullptr);

    /// Nobody has signed in on this computer yet: it says what this is.
    void setFirstStart(bool isFirst);
    /// The account is added to those that there are: it says so.
    void setAdding(bool isAdding);
    void setServers(const QStringList &servers);
    /// Fills in server and user name, clears an earlier error, and focuses the first empty field. Secrets that were
    /// typed for another server or user are wiped. A name that @p
    /// isRemembered for that server is removed with it when another one is chosen (see suggestUser()).
    void fillIn(const QString &server, const QString &userName, Credential::Kind kind = Credential::Kind::Token,
                bool isRemembered = false);
    /// Whether the user has entered something since it was filled in, or is being signed in with it.
    [[nodiscard]] bool isTyped() const;
    /// The user name that is known for the server, empty for none. It replaces one suggested for another server, but
    /// not one that was typed.
    void suggestUser(const QString &userName, Credential::Kind kind);
    /// An expired session can only continue as the same user at the same server, which are then shown read-only: the
    /// name only if it is known that the service accepts it.
    void lockIdentity(bool isServerLocked, bool isUserNameLocked);
    /// One sentence above the fields: why the dialog is shown.
    void setReason(const QString &reason);
    /// That sentence is no longer true: it goes if it is still shown.
    void takeBackReason(const QString &reason);
    /// As they stand in it now.
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString userName() const;
    void setKeychain(const QString &name, SecretStore::Readiness readiness);

    /// While true the fields are disabled, progress is shown, a long wait is counted, and Cancel cancels the attempt
    /// rather than the dialog.
    void setBusy(bool busy);
    /// The sentence of @p error below the fields; the input stays, with the password selected for correction.
    void showError(const Error &error);
    /// As if Sign in had been pressed again.
    void tryAgain();
    /// After a success: overwrites and clears the secret fields.
    void wipeSecrets();
    /// Shows the password as dots again.
    void hideSecrets();
    /// While @p isPresenting the password is not shown, and cannot be.
    void setPresenting(bool isPresenting);

    void reject() override;

Q_SIGNALS:
    void signInRequested(const lanyard::SignInRequest &request);
    void cancelRequested();
    /// The user is entering the secret for that server, and nothing else is missing.
    void signInExpected(const QString &server);
    /// The server field has changed.
    void serverChanged(const QString &server);
    /// After OtherUser: the user wants that account as well.
    void otherUserRequested(const lanyard::SignInRequest &request);
    /// The user accepts the certificate that was shown for the server.
    void certificateTrusted(const QString &server, const QByteArray &sha256);
    /// The user takes back the trust in the certificate that the shown one replaces.
    void formerCertificateRemoved(const QString &server);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void layOut();
    void submit();
    void updateSubmit();
    void clearError();
    void tellAt(QLineEdit *edit, const QString &problem);
    void tellProblem();

    Welcome *m_welcome;
    PageHeader *m_head; // in place of the welcome
    PlainLabel *m_reason;
    SignInForm *m_form;
    SignInOutcome *m_outcome;
    SignInProgress *m_progress;
    FittingArea *m_area = nullptr;
    SubmitButton *m_submit;
    QPushButton *m_cancel;
    bool m_busy = false;
    QPointer<QWidget> m_focusBefore;     ///< before it was busy
    QPointer<QLineEdit> m_wrong;         ///< what is said is about this field, until something is entered
    bool m_isOfSecret = false;           ///< what is said is about the password, or about the API key
    bool m_asksAboutCertificate = false; ///< until that is decided, another attempt can only fail
    bool m_isServerLocked = false;
    bool m_isUserNameLocked = false;
};

} // namespace lanyard
