#pragma once

#include <QObject>

namespace lanyard {

class AccountController;
class MainWindow;
class SavedAccounts;

/// Passes the user's requests from the window to the account that is shown.
class WindowController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    WindowController(MainWindow &window, const SavedAccounts &accounts, QObject *parent = nullptr);

    /// The account that @p server and @p userName (either may be empty) ask for: restored, or asked for.
    void start(const QString &server, const QString &userName);
    /// The same, when the program is started again.
    void startedAgain(const QString &server, const QString &userName);

private:
    [[nodiscard]] AccountController &account() const;

    MainWindow &m_window;
    const SavedAccounts &m_accounts;
};

} // namespace lanyard
