#include "ui/windowcontroller.h"

#include "core/session/requestedaccount.h"
#include "core/workspace/workspace.h"
#include "ui/account/accountstack.h"
#include "ui/mainwindow.h"

namespace lanyard {

WindowController::WindowController(MainWindow &window, const SavedAccounts &accounts, QObject *parent)
    : QObject(parent), m_window(window), m_accounts(accounts)
{
    connect(&window, &MainWindow::reloadRequested, this, [this] { account().reload(); });
    connect(&window, &MainWindow::cancelReloadRequested, this, [this] { account().cancelReload(); });
    connect(&window, &MainWindow::signInRequested, this, [this] { account().askToSignIn(); });
    connect(&window, &MainWindow::signOutRequested, this, [this] { account().signOut(); });
    connect(&window, &MainWindow::closeRequested, this,
            [this] { account().guard(Leaving::Quit, [this] { m_window.closeForGood(); }); });
}

AccountController &WindowController::account() const
{
    return m_window.accounts().controller();
}

void WindowController::start(const QString &server, const QString &userName)
{
    account().start(server, userName);
}

void WindowController::startedAgain(const QString &server, const QString &userName)
{
    if (server.isEmpty() && userName.isEmpty())
        return;
    const Session &session = m_window.accounts().workspace().session();
    using State = Session::State;
    if (session.state() == State::SignedOut || (session.state() == State::SigningIn && !session.hasUser()))
        return account().startAgain(server, userName);
    if (session.state() != State::SigningOut && !isRequested(session.account(), m_accounts, server, userName))
        account().showOtherAccountAsked();
}

} // namespace lanyard

#include "moc_windowcontroller.cpp"
