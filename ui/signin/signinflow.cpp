#include "ui/signin/signinflow.h"

#include "core/base/addresstext.h"
#include "core/session/requestedaccount.h"
#include "core/session/sessionendtext.h"
#include "ui/signin/proxycontroller.h"
#include "ui/signin/signindialog.h"

#include <utility>

namespace lanyard {

SignInFlow::SignInFlow(Session &session, SavedAccounts &accounts, TrustSettings &trust, ProxyController &proxy,
                       QWidget &window)
    : m_session(session), m_accounts(accounts), m_trust(trust), m_proxy(proxy), m_window(window)
{
    connect(&session, &Session::stateChanged, this, &SignInFlow::stateChanged);
    connect(&session, &Session::signedIn, this, &SignInFlow::signedIn);
    connect(&session, &Session::signInFailed, this, &SignInFlow::failed);
    for (const auto changed : {&Session::storageNameChanged, &Session::storageReadinessChanged})
        connect(&session, changed, this, [this] {
            if (m_dialog)
                m_dialog->setKeychain(m_session.storageName(), m_session.storageReadiness());
        });
}

SignInFlow::~SignInFlow()
{
    delete m_dialog;
}

void SignInFlow::setShown(bool isShown)
{
    m_isShown = isShown;
    if (isShown && m_isDue)
        open();
}

void SignInFlow::start(const QString &server, const QString &userName)
{
    const RequestedAccount requested = requestedAccount(m_accounts, server, userName);
    if (!requested.isKnown || !requested.account.kept)
        return askFor(server, userName);
    m_account = requested.account;
    restore();
}

void SignInFlow::askFor(const QString &server, const QString &userName)
{
    const RequestedAccount requested = requestedAccount(m_accounts, server, userName);
    m_account = requested.account;
    ask();
    if (!requested.isUnreadable)
        return;
    // As it was given, so that it can be corrected, but for a password.
    const QString address = withoutUserInfo(server);
    dialog()->fillIn(address, userName);
    if (address.isEmpty() && !server.isEmpty())
        dialog()->setReason(
            tr("The server's address was left out, as a password may be in it. Enter the address of the "
               "account service alone."));
    else if (address != server)
        dialog()->setReason(tr("A username or password in the server's address was left out. Enter them below."));
}

void SignInFlow::begin(const SavedAccount &account)
{
    m_account = account;
    if (account.kept)
        restore();
}

SignInDialog *SignInFlow::dialog()
{
    if (!m_dialog) {
        m_dialog = new SignInDialog(&m_window);
        m_dialog->setKeychain(m_session.storageName(), m_session.storageReadiness());
        m_dialog->setPresenting(m_isPresenting);
        connectDialog();
    }
    return m_dialog;
}

void SignInFlow::connectDialog()
{
    connect(m_dialog, &SignInDialog::signInRequested, this, [this](const SignInRequest &request) {
        m_afterTrust = nullptr;
        m_session.signIn(request);
    });
    connect(m_dialog, &SignInDialog::signInExpected, &m_session, &Session::expectSignIn);
    connect(m_dialog, &SignInDialog::serverChanged, this, &SignInFlow::suggestUser);
    connect(m_dialog, &SignInDialog::cancelRequested, &m_session, &Session::cancelSignIn);
    connect(m_dialog, &SignInDialog::rejected, this, &SignInFlow::abandoned);
    connect(m_dialog, &SignInDialog::rejected, this, &SignInFlow::closed);
    connect(m_dialog, &SignInDialog::otherUserRequested, this, [this](const SignInRequest &request) {
        m_dialog->reject();
        Q_EMIT otherUserRequested(request);
    });
    connect(m_dialog, &SignInDialog::certificateTrusted, this, &SignInFlow::trust);
    connect(m_dialog, &SignInDialog::formerCertificateRemoved, this, &SignInFlow::removeFormer);
}

// One that is known is there already, and another is to be added.
void SignInFlow::suggestUser(const QString &server)
{
    const auto origin = Origin::parse(server);
    const auto known = origin && !m_isAdding ? m_accounts.bestMatch(origin.value(), {}) : std::nullopt;
    m_dialog->suggestUser(known ? known->signInName() : QString(), known ? known->kind : Credential::Kind::Token);
}

void SignInFlow::ask(const QString &reason)
{
    m_afterTrust = nullptr;
    const bool expired = m_session.hasUser();
    const SavedAccount account = expired ? m_session.account() : m_account;
    dialog()->setServers(m_accounts.servers());
    dialog()->lockIdentity(expired, expired && !account.acceptedName.isEmpty());
    dialog()->setFirstStart(!m_isAdding && reason.isEmpty() && m_accounts.servers().isEmpty());
    dialog()->setAdding(m_isAdding);
    dialog()->setReason(reason);
    dialog()->fillIn(account.origin.text(), account.signInName(), account.kind, m_accounts.find(account).has_value());
    m_isDue = true;
    if (m_isShown)
        open();
}

void SignInFlow::open()
{
    m_isDue = false;
    dialog()->open();
    Q_EMIT opened();
}

void SignInFlow::signIn(const SignInRequest &request)
{
    ask();
    dialog()->fillIn(request.server, request.userName, request.kind);
    m_session.signIn(request);
}

void SignInFlow::askToContinue()
{
    ask(sessionEndText(m_session.hasUser() ? m_session.account() : m_account, AfterSignIn::Continue));
}

void SignInFlow::askAfter(const Error &error, const std::function<void()> &again)
{
    ask();
    show(error);
    m_afterTrust = again;
}

void SignInFlow::askAfterSignOut(const SavedAccount &account, const QString &text)
{
    m_account.origin = account.origin;
    m_account.userName = account.userName;
    m_account.acceptedName = account.acceptedName;
    if (isOpen()) // the service was slow, and the user is already typing there
        m_dialog->setReason(text);
    else
        ask(text);
}

bool SignInFlow::isOpen() const
{
    return m_dialog && m_dialog->isVisible();
}

void SignInFlow::close()
{
    m_isDue = false;
    if (!m_dialog)
        return;
    m_dialog->wipeSecrets();
    m_dialog->hide();
    Q_EMIT closed();
}

void SignInFlow::hideSecrets()
{
    if (m_dialog)
        m_dialog->hideSecrets();
}

void SignInFlow::setPresenting(bool isPresenting)
{
    m_isPresenting = isPresenting;
    if (m_dialog)
        m_dialog->setPresenting(isPresenting);
}

void SignInFlow::stateChanged(Session::State state)
{
    if (m_dialog)
        m_dialog->setBusy(state == Session::State::SigningIn);
}

void SignInFlow::signedIn()
{
    m_account = m_session.account();
    close();
    // Another dialog from now on: what has noted the title of a hidden window, such as a screen reader, may keep it.
    if (std::exchange(m_isAdding, false) && m_dialog) {
        m_dialog->deleteLater();
        m_dialog = nullptr;
    }
}

void SignInFlow::failed(const Error &error)
{
    dialog()->setBusy(false);
    if (error.kind == Error::Kind::AlreadyOpen) // that account is shown, and says so
        return m_dialog->reject();
    if (m_session.hasUser())
        dialog()->takeBackReason(m_otherAsked);
    else
        dialog()->setReason({}); // what it says of an earlier session is no longer news
    show(error);
    if (error.kind == Error::Kind::ProxySignIn || ProxyController::mayBeRefused(error))
        askForProxy(error);
}

// Nothing was sent to the service: with the proxy's credentials, the requested sign-in continues.
void SignInFlow::askForProxy(const Error &error)
{
    const auto again = [this] {
        if (isOpen())
            m_dialog->tryAgain();
    };
    m_proxy.useKept(error.subject, again, [this, error, again] {
        if (isOpen())
            m_proxy.ask(error, m_dialog, again);
    });
}

} // namespace lanyard

#include "moc_signinflow.cpp"
