#pragma once

#include "core/workspace/accountremoval.h"
#include "ui/account/addaccount.h"
#include "ui/account/leavingall.h"

#include <QObject>

namespace lanyard {

class AccountController;
class MainWindow;
class Preferences;
class SavedAccounts;

/// Passes the user's requests from the window to the account that is shown, and answers those that are about which
/// account that is.
class WindowController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    WindowController(MainWindow &window, const SavedAccounts &accounts, Preferences &preferences,
                     QObject *parent = nullptr);

    /// Shows the account that @p server and @p userName (either may be empty) ask for, restored or asked for.
    void start(const QString &server, const QString &userName);
    /// The same, when the program is started again.
    void startedAgain(const QString &server, const QString &userName);

private:
    [[nodiscard]] AccountController &account() const;
    void open(const QString &server, const QString &userName);
    [[nodiscard]] Workspace *find(const QString &server, const QString &userName) const;
    [[nodiscard]] Workspace *placeFor(const QString &server, const QString &userName) const;
    void addAccount();
    void manageAccounts();
    void askToRemove(Workspace &workspace, QWidget *dialog);
    void tellRemoved(const SignOutReport &report);

    MainWindow &m_window;
    const SavedAccounts &m_accounts;
    const Preferences &m_preferences;
    AddAccount m_add;
    AccountRemoval m_removal;
    LeavingAll m_leaving;
    bool m_isStarted = false;
};

} // namespace lanyard
