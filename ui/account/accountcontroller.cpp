#include "ui/account/accountcontroller.h"

#include "core/base/text.h"
#include "core/document/userfields.h"
#include "ui/account/accountview.h"
#include "ui/common/announce.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

using State = Session::State;

namespace {

class Reload
{
    Q_DECLARE_TR_FUNCTIONS(Reload)

public:
    // Only where: the page tells what there is now.
    static QString outcome(const User &before, const User &now)
    {
        const auto differs = [&](QLatin1StringView key) { return before.value(key) != now.value(key); };
        QStringList changed;
        for (const UserField &field : userFields()) {
            if (differs(field.key) || (!field.companion.isEmpty() && differs(field.companion)))
                changed << fieldLabel(field);
        }
        if (!before.hasSameKeys(now))
            changed << tr("API keys");
        if (differs("settings"_L1))
            changed << tr("Settings");
        return changed.isEmpty() ? tr("Up to date") : tr("Updated: %1").arg(changed.join(u", "));
    }
};

} // namespace

AccountController::AccountController(Workspace &workspace, AccountView &view, const AccountServices &services,
                                     QWidget &window)
    : m_workspace(workspace), m_session(workspace.session()), m_view(view), m_saving(workspace, view),
      m_proxy(services.proxySignIns, view.messages()),
      m_signIn(m_session, services.accounts, services.trust, m_proxy, window),
      m_messages(workspace, view.messages(), m_signIn, m_proxy, window),
      m_watch(m_session, workspace.apiKeys(), view.messages())
{
    connectSaving();
    connectSignIn();
    connect(&m_session, &Session::stateChanged, this, &AccountController::stateChanged);
    connect(&m_session, &Session::userChanged, this, &AccountController::tellReloaded);
    connect(&m_session, &Session::keychainAskingChanged, this, &AccountController::showProgress);
    connect(&m_messages, &SessionMessages::reloadRequested, this, &AccountController::reload);
    connect(&m_messages, &SessionMessages::discardRequested, this,
            [this] { m_saving.discard([this] { m_workspace.draftWriter().discardRestored(); }); });
}

void AccountController::connectSaving()
{
    connect(&m_session, &Session::signedIn, &m_saving, &SavingController::resume);
    connect(&m_saving, &SavingController::signInNeeded, &m_signIn, &SignInFlow::ask);
    connect(&m_saving, &SavingController::failed, this, [this](const Error &error, const QString &text) {
        Message message = Message::about(Topic::Save, error, {});
        message.text = text;
        m_messages.showFailure(message, error, [this] { m_saving.save(); });
    });
}

void AccountController::connectSignIn()
{
    connect(&m_signIn, &SignInFlow::abandoned, &m_saving, &SavingController::forgetInterrupted);
    const auto present = [this] { m_signIn.setPresenting(m_workspace.edits().hidden().isPresenting()); };
    connect(&m_workspace.edits(), &DocumentEdits::hiddenChanged, this, present);
    present();
    for (const auto shown : {&SignInFlow::opened, &SignInFlow::abandoned})
        connect(&m_signIn, shown, this, &AccountController::showSignedOut);
    connect(&m_signIn, &SignInFlow::opened, this, [this] {
        m_view.messages().setSaidElsewhere({Topic::SessionEnd, Topic::SignIn, Topic::SignOut});
    });
    connect(&m_signIn, &SignInFlow::closed, this, [this] { m_view.messages().setSaidElsewhere({}); });
    connect(&m_signIn, &SignInFlow::otherUserRequested, this, &AccountController::otherUserRequested);
    connect(&m_signIn, &SignInFlow::abandoned, this, &AccountController::signInAbandoned);
    connect(&m_view, &AccountView::signInRequested, this, &AccountController::askToSignIn);
    connect(&m_watch, &SessionWatch::signInNeeded, this, &AccountController::askToSignIn);
}

void AccountController::begin()
{
    if (std::exchange(m_hasBegun, true) || m_session.state() != State::SignedOut)
        return;
    m_signIn.begin(m_workspace.account());
    showSignedOut(); // if there is nothing to restore
}

void AccountController::start(const QString &server, const QString &userName)
{
    m_hasBegun = true;
    if (m_session.state() == State::SignedOut)
        m_signIn.start(server, userName);
}

void AccountController::startAgain(const QString &server, const QString &userName)
{
    const State state = m_session.state();
    if (state == State::SignedOut || (state == State::SigningIn && !m_session.hasUser()))
        m_signIn.startAgain(server, userName);
}

bool AccountController::closeUnusedDialog()
{
    return m_signIn.closeUnused();
}

void AccountController::tellOtherAccountAsked(const QString &server, const QString &userName, bool isListed)
{
    if (m_signIn.isOpen())
        m_signIn.tellOtherAccountAsked(server, userName);
    else
        m_messages.showOtherAccountAsked(m_signIn.nameOf(server, userName), isListed);
}

void AccountController::setShown(bool isShown)
{
    m_saving.setShown(isShown);
    m_signIn.setShown(isShown);
}

void AccountController::reload()
{
    if (m_session.state() == State::Expired)
        return m_signIn.askToContinue();
    const bool isRunning = m_session.isReloading();
    m_beforeReload = m_session.user();
    m_session.reload();
    if (!isRunning && m_session.isReloading())
        announce(&m_view, tr("Reloading…"));
}

// Who does not see the window would not know that it is over.
void AccountController::tellReloaded(DocumentSync::Cause cause)
{
    const User before = std::exchange(m_beforeReload, {});
    if (cause == DocumentSync::Cause::Reloaded)
        announce(&m_view, Reload::outcome(before, m_session.user()));
}

void AccountController::cancelReload()
{
    m_session.cancelReload();
}

void AccountController::signOut()
{
    guard(Leaving::SignOut, [this] { m_session.signOut(); });
}

void AccountController::hideSecrets()
{
    m_view.hideSecrets();
    m_signIn.hideSecrets();
}

void AccountController::stateChanged(State state)
{
    showProgress();
    if (state == State::SignedOut)
        showSignedOut();
}

// The user need not answer the keychain's prompt: a sign-in button is offered meanwhile.
void AccountController::showProgress()
{
    const State state = m_session.state();
    if (state != State::Restoring && state != State::SigningOut)
        return;
    const SavedAccount &account = m_session.account();
    const HiddenSecrets &hidden = m_workspace.edits().hidden();
    const bool asks = m_session.isKeychainAsking();
    QString text = tr("Signing out…");
    if (asks)
        text = tr("Waiting for %1…").arg(quoted(m_session.storageName()));
    else if (state == State::Restoring)
        text =
            tr("Signing in to %1 as %2…").arg(account.origin.shortText(), quoted(hidden.shownName(account.userName)));
    m_view.showWaiting(text, asks);
}

// While the dialog asks, it says all there is to say.
void AccountController::showSignedOut()
{
    if (m_session.state() != State::SignedOut)
        return;
    if (m_signIn.isOpen())
        m_view.showWaiting({}, false);
    else
        m_view.showSignedOut();
}

} // namespace lanyard

#include "moc_accountcontroller.cpp"
