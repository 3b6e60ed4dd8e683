#include "ui/sessioncontroller.h"

#include "core/base/text.h"
#include "core/session/requestedaccount.h"
#include "ui/account/accountview.h"
#include "ui/account/savingcontroller.h"
#include "ui/mainwindow.h"

namespace lanyard {

using State = Session::State;

SessionController::SessionController(Workspace &workspace, SavedAccounts &accounts, TrustSettings &trust,
                                     SavingController &saving, ProxySignIns &proxySignIns, MainWindow &window,
                                     QObject *parent)
    : QObject(parent), m_workspace(workspace), m_session(workspace.session()), m_accounts(accounts), m_saving(saving),
      m_window(window), m_proxy(proxySignIns, window.messages()), m_signIn(m_session, accounts, trust, m_proxy, window),
      m_messages(workspace, window.messages(), m_signIn, m_proxy, window),
      m_watch(m_session, workspace.apiKeys(), window.messages())
{
    connectWindow();
    connectSaving();
    connectSignIn();
    connect(&m_session, &Session::stateChanged, this, &SessionController::stateChanged);
    connect(&m_session, &Session::keychainAskingChanged, this, &SessionController::showProgress);
    connect(&m_session, &Session::reloadFailed, this, [this] { m_window.setReloading(false); });
    connect(&m_messages, &SessionMessages::reloadRequested, this, &SessionController::reload);
    connect(&m_watch, &SessionWatch::signInNeeded, this, [this] { m_signIn.ask(); });
}

void SessionController::connectWindow()
{
    connect(&m_window, &MainWindow::reloadRequested, this, &SessionController::reload);
    connect(&m_window, &MainWindow::cancelReloadRequested, this, [this] {
        m_session.cancelReload();
        m_window.setReloading(false);
    });
    connect(&m_window, &MainWindow::signInRequested, this, [this] { m_signIn.ask(); });
    connect(&m_window, &MainWindow::signOutRequested, this,
            [this] { m_saving.guard(Leaving::SignOut, [this] { m_session.signOut(); }); });
    connect(&m_window, &MainWindow::closeRequested, this,
            [this] { m_saving.guard(Leaving::Quit, [this] { m_window.closeForGood(); }); });
}

void SessionController::connectSaving()
{
    connect(&m_session, &Session::signedIn, &m_saving, &SavingController::resume);
    connect(&m_saving, &SavingController::signInNeeded, &m_signIn, &SignInFlow::ask);
    connect(&m_saving, &SavingController::failed, this, [this](const Error &error, const QString &text) {
        Message message = Message::about(Topic::Save, error, {});
        message.text = text;
        m_messages.showFailure(message, error, [this] { m_saving.save(); });
    });
}

void SessionController::connectSignIn()
{
    connect(&m_signIn, &SignInFlow::abandoned, &m_saving, &SavingController::forgetInterrupted);
    for (const auto shown : {&SignInFlow::opened, &SignInFlow::abandoned})
        connect(&m_signIn, shown, this, &SessionController::showSignedOut);
    connect(&m_signIn, &SignInFlow::otherUserAccepted, this, &SessionController::leave);
}

void SessionController::startedAgain(const QString &server, const QString &userName)
{
    if (server.isEmpty() && userName.isEmpty())
        return;
    if (m_session.state() == State::SignedOut || (m_session.state() == State::SigningIn && !m_session.hasUser()))
        return m_signIn.startAgain(server, userName);
    if (m_session.state() != State::SigningOut && !isRequested(m_session.account(), m_accounts, server, userName))
        m_messages.showOtherAccountAsked();
}

void SessionController::reload()
{
    if (m_session.state() == State::Expired)
        return m_signIn.askToContinue();
    m_session.reload();
    m_window.setReloading(m_session.isReloading());
}

void SessionController::hideSecrets()
{
    m_window.account().hideSecrets();
    m_signIn.hideSecrets();
}

// The user chose to sign in as somebody else and discard the unsaved changes.
void SessionController::leave()
{
    m_workspace.draftWriter().discard();
    m_session.signOut();
    m_signIn.ask();
}

void SessionController::stateChanged(State state)
{
    showProgress();
    if (state == State::SignedOut)
        showSignedOut();
    if (state != State::Expired)
        return;
    m_window.offerSignIn();
    m_window.setReloading(false);
}

// The user need not answer the keychain's prompt: a sign-in button is offered meanwhile.
void SessionController::showProgress()
{
    const State state = m_session.state();
    if (state != State::Restoring && state != State::SigningOut)
        return;
    const SavedAccount &account = m_session.account();
    const bool asks = m_session.isKeychainAsking();
    QString text = tr("Signing out…");
    if (asks)
        text = tr("Waiting for %1…").arg(quoted(m_session.storageName()));
    else if (state == State::Restoring)
        text = tr("Signing in to %1 as %2…").arg(account.origin.shortText(), quoted(account.userName));
    m_window.showWaiting(text, asks);
}

void SessionController::showSignedOut()
{
    if (m_session.state() == State::SignedOut)
        m_window.showSignedOut(m_signIn.isOpen());
}

} // namespace lanyard

#include "moc_sessioncontroller.cpp"
