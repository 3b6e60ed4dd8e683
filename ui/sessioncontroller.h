#pragma once

#include "core/account/change.h"
#include "core/session/session.h"

#include <QObject>

namespace lanyard {

class ApiKeysModel;
class EditedUser;
class MainWindow;
class SignInDialog;

/// Carries what the person wants from the window to the session, and what came of it back: which sentence is shown
/// where, and which next step is offered.
class SessionController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    SessionController(Session &session, AccountList &accounts, EditedUser &user, ApiKeysModel &apiKeys,
                      MainWindow &window, QObject *parent = nullptr);

    /// Restores the account of @p server and @p userName (either may be empty: then the one used last) if its sign-in
    /// was kept, else asks for it.
    void start(const QString &server, const QString &userName);

private:
    enum class NextStep { None, Reload, Save, Restore, SignIn };

    void connectWindow();
    void connectSession();
    void ask(const QString &reason);
    void closeDialog();
    [[nodiscard]] SignInDialog *dialog();

    void userChanged();
    void stateChanged(Session::State state);
    void storageChanged();
    void signInFailed(const Error &error);
    void restoreFailed(const std::optional<Error> &error);
    void reloadFailed(const Error &error);
    void saved(const QList<Change> &notKept);
    void saveFailed(const Error &error);
    void signedOut(const SignOutReport &report);

    void save();
    void signOut();
    void close();
    void takeNextStep();
    void showError(const Error &error, NextStep step);
    void refreshEdits();

    Session &m_session;
    AccountList &m_accounts;
    EditedUser &m_user;
    ApiKeysModel &m_apiKeys;
    MainWindow &m_window;
    SignInDialog *m_dialog = nullptr; // owned by the window, made when first needed
    Account m_wanted;                 // what the sign-in dialog is filled with
    NextStep m_nextStep = NextStep::None;
    bool m_saveAfterSignIn = false; // a save that the end of the session interrupted
    std::function<void()> m_afterSave;
};

} // namespace lanyard
