#include "ui/sessioncontroller.h"

#include "core/base/serveraddress.h"
#include "core/base/text.h"
#include "core/settings/trustsettings.h"
#include "core/workspace/workspace.h"
#include "ui/account/savingcontroller.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/common/messages.h"
#include "ui/mainwindow.h"
#include "ui/signin/signindialog.h"
#include "ui/statusline.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

using State = Session::State;

SessionController::SessionController(Workspace &workspace, SavedAccounts &accounts, TrustSettings &trust,
                                     SavingController &saving, ProxySignIns &proxySignIns, MainWindow &window,
                                     QObject *parent)
    : QObject(parent), m_workspace(workspace), m_session(workspace.session()), m_accounts(accounts), m_trust(trust),
      m_saving(saving), m_window(window), m_keychain(m_session, window), m_proxy(proxySignIns, window.messages()),
      m_watch(m_session, workspace.apiKeys(), window)
{
    connectWindow();
    connectSession();
}

void SessionController::connectWindow()
{
    connect(&m_window, &MainWindow::reloadRequested, this, &SessionController::reload);
    connect(&m_window, &MainWindow::cancelReloadRequested, this, [this] {
        m_session.cancelReload();
        m_window.setReloading(false);
    });
    connect(&m_window, &MainWindow::signInRequested, this, [this] { ask({}); });
    connect(&m_window, &MainWindow::signOutRequested, this,
            [this] { m_saving.guard(Leaving::SignOut, [this] { m_session.signOut(); }); });
    connect(&m_window, &MainWindow::closeRequested, this,
            [this] { m_saving.guard(Leaving::Quit, [this] { m_window.closeForGood(); }); });
    connect(&m_saving, &SavingController::signInNeeded, this, &SessionController::ask);
    connect(&m_saving, &SavingController::failed, this, [this](const Error &error, const QString &text) {
        Message message = Message::about(Topic::Save, error, {});
        message.text = text;
        showFailure(message, error, [this] { m_saving.save(); });
    });
    connect(&m_watch, &SessionWatch::signInNeeded, this, [this] { ask({}); });
}

void SessionController::connectSession()
{
    connect(&m_workspace, &Workspace::userChanged, this, &SessionController::userChanged);
    connect(&m_session, &Session::stateChanged, this, &SessionController::stateChanged);
    connect(&m_session, &Session::signedIn, this, &SessionController::signedIn);
    connect(&m_session, &Session::storageChanged, this, &SessionController::storageChanged);
    connect(&m_session, &Session::storageNameChanged, this, &SessionController::storageNameChanged);
    connect(&m_session, &Session::keychainAskingChanged, this, [this] { showProgress(m_session.state()); });
    connect(&m_session, &Session::signInFailed, this, &SessionController::signInFailed);
    connect(&m_session, &Session::restoreFailed, this, &SessionController::restoreFailed);
    connect(&m_session, &Session::reloadFailed, this, &SessionController::reloadFailed);
    connect(&m_session, &Session::signedOut, this, &SessionController::signedOut);
    connect(&m_workspace.autosave(), &Autosave::written, this,
            [this] { m_window.messages().settle(Topic::DraftFile); });
    connect(&m_workspace.autosave(), &Autosave::notWritten, this, [this] {
        m_window.messages().show({.topic = Topic::DraftFile,
                                  .level = Message::Level::Warning,
                                  .text = tr("Your unsaved changes cannot be written to the disk: a crash would lose "
                                             "them. Save them soon.")});
    });
    connect(&m_workspace.autosave(), &Autosave::unusableDraftFound, this, [this] {
        m_window.messages().show(
            {.topic = Topic::UnusableDraft,
             .level = Message::Level::Warning,
             .text = tr("Unsaved changes from an earlier session are on the disk but cannot be read.")});
    });
}

// A known address is used as it is, whatever else it looks like.
Result<Origin> SessionController::originFrom(const QString &server) const
{
    const auto asTyped = Origin::parse(server);
    return asTyped && m_accounts.servers().contains(asTyped.value().text()) ? asTyped
                                                                            : Origin::parse(serverAddressFrom(server));
}

void SessionController::start(const QString &server, const QString &userName)
{
    const auto origin = originFrom(server);
    const bool isUnreadable = !origin && !server.isEmpty();
    m_wanted = SavedAccount();
    m_wanted.origin = origin ? origin.value() : Origin();
    m_wanted.userName = userName;
    const auto known = isUnreadable ? std::nullopt : m_accounts.meant(m_wanted.origin, userName);
    m_wanted = known.value_or(m_wanted);
    if (known && known->kept)
        return m_session.restore(*known);
    // An unreadable address stays as it was given, so that it can be corrected.
    ask({});
    if (isUnreadable)
        dialog()->fillIn(server, userName);
}

void SessionController::startedAgain(const QString &server, const QString &userName)
{
    if (server.isEmpty() && userName.isEmpty())
        return;
    if (m_session.state() == State::SignedOut)
        return start(server, userName);
    const SavedAccount &account = m_session.account();
    const auto origin = originFrom(server);
    const bool same = (origin || server.isEmpty()) && account.matches(origin ? origin.value() : Origin(), userName);
    if (m_session.hasUser() && !same)
        m_window.messages().show({.topic = Topic::Account,
                                  .text = tr("You are signed in to %1 as %2. Sign out to use another account.")
                                              .arg(account.origin.shortText(), quoted(account.userName))});
}

SignInDialog *SessionController::dialog()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new SignInDialog(&m_window);
    m_dialog->setKeychainName(m_session.storageName());
    connect(m_dialog, &SignInDialog::signInRequested, this, [this](const SignInRequest &request) {
        m_afterTrust = nullptr;
        m_session.signIn(request);
    });
    connect(m_dialog, &SignInDialog::serverChanged, this, [this](const QString &server) {
        const auto origin = Origin::parse(server);
        const auto known = origin ? m_accounts.meant(origin.value(), {}) : std::nullopt;
        m_dialog->suggestUser(known ? known->userName : QString(), known ? known->kind : Credential::Kind::Token);
    });
    connect(m_dialog, &SignInDialog::cancelRequested, &m_session, &Session::cancelSignIn);
    connect(m_dialog, &SignInDialog::rejected, &m_saving, &SavingController::forgetInterrupted);
    connect(m_dialog, &SignInDialog::rejected, this, &SessionController::showNobody);
    connect(m_dialog, &SignInDialog::otherUserAccepted, this, &SessionController::leave);
    connect(m_dialog, &SignInDialog::certificateTrusted, this, &SessionController::trust);
    return m_dialog;
}

void SessionController::ask(const QString &reason)
{
    m_afterTrust = nullptr;
    const bool expired = m_session.hasUser();
    const SavedAccount account = expired ? m_session.account() : m_wanted;
    dialog()->setServers(m_accounts.servers());
    dialog()->lockIdentity(expired);
    dialog()->setReason(reason);
    dialog()->fillIn(account.origin.text(), account.userName, account.kind,
                     m_accounts.find(account.origin, account.userName).has_value());
    dialog()->open();
    showNobody();
}

// Shows that no one is signed in, with a sign-in button, unless the dialog is already asking.
void SessionController::showNobody()
{
    if (m_session.state() != State::SignedOut)
        return;
    m_window.showUser({}, {});
    if (m_dialog && m_dialog->isVisible())
        m_window.showWaiting({}, false);
}

void SessionController::askToGoOn()
{
    ask(tr("Your session has ended. Sign in again to continue."));
}

void SessionController::reload()
{
    if (m_session.state() == State::Expired)
        return askToGoOn();
    m_session.reload();
    m_window.setReloading(m_session.isReloading());
}

void SessionController::closeDialog()
{
    if (!m_dialog)
        return;
    m_dialog->wipeSecrets();
    m_dialog->hide();
}

// The user chose to sign in as somebody else and discard the unsaved changes.
void SessionController::leave()
{
    m_workspace.autosave().discard();
    m_session.signOut();
    ask({});
}

// One sentence and one action: @p again, or what must come before it.
void SessionController::showFailure(Message message, const Error &error, const std::function<void()> &again)
{
    const auto askFirst = [this, error] {
        ask({});
        dialog()->showError(error);
    };
    Message::Action &action = message.action;
    const Message::Action toProxy{tr("Sign in to the proxy…"),
                                  [this, error, again] { m_proxy.ask(error, &m_window, again); }};
    if (m_proxy.mayBeRefused(error)) {
        action = toProxy;
        message.text = tr("%1 It may not accept your user name and password.").arg(message.text);
        return m_proxy.useKept(error.subject, again, [this, message] { m_window.messages().show(message); });
    }
    switch (nextStep(error.kind)) {
    case NextStep::TryAgain:
        action = {tr("Try again"), again};
        break;
    case NextStep::LookAtCertificate:
        action = {tr("Show certificate"), [this, askFirst, again] {
                      askFirst();
                      m_afterTrust = again;
                  }};
        break;
    case NextStep::SignInAgain:
        action = {tr("Sign in again"), askFirst};
        break;
    case NextStep::SignInToProxy:
        action = toProxy;
        m_proxy.useKept(error.subject, again, [this, message] { m_window.messages().show(message); });
        return;
    case NextStep::UnlockKeychain: // keychain errors are shown by m_keychain
    case NextStep::None:
        break;
    }
    m_window.messages().show(message);
}

void SessionController::trust(const QString &server, const QByteArray &sha256)
{
    m_trust.accept(server, sha256);
    if (const auto again = std::exchange(m_afterTrust, nullptr)) {
        closeDialog();
        again();
    }
}

void SessionController::hideSecrets()
{
    m_window.apiKeysPage()->hideSecrets();
    if (m_dialog)
        m_dialog->hideSecrets();
}

void SessionController::userChanged(const std::optional<QDateTime> &draft)
{
    const User &user = m_session.user();
    m_window.showUser(user, m_session.account().origin.shortText());
    m_window.statusLine()->setUpdated(user.isEmpty() ? QDateTime() : QDateTime::currentDateTime());
    m_window.setReloading(false);
    if (user.isEmpty())
        return settleAccount();
    Messages &messages = m_window.messages();
    messages.settle({Topic::Reload, Topic::SignIn, Topic::Document});
    if (draft)
        messages.show({.topic = Topic::RestoredDraft,
                       .text = tr("Unsaved changes from %1 were restored.")
                                   .arg(QLocale().toString(draft->toLocalTime(), QLocale::ShortFormat)),
                       .action = {tr("Discard them"), [this] { m_workspace.autosave().discard(); }}});
}

// Messages about an account that is no longer shown.
void SessionController::settleAccount()
{
    m_window.messages().settle({Topic::Account, Topic::SessionEnd, Topic::Reload, Topic::Save, Topic::Document,
                                Topic::Keychain, Topic::RestoredDraft, Topic::DraftFile});
}

void SessionController::stateChanged(State state)
{
    if (m_dialog)
        m_dialog->setBusy(state == State::SigningIn);
    showProgress(state);
    switch (state) {
    case State::Restoring:
    case State::SigningOut:
        break;
    case State::SignedOut:
        showNobody();
        break;
    case State::Expired:
        m_window.offerSignIn();
        m_window.setReloading(false);
        break;
    case State::SigningIn: // on top of the current content
    case State::SignedIn:  // also after a failed sign-in: see signedIn()
        break;
    }
}

// The user need not answer the keychain's prompt: a sign-in button is offered meanwhile.
void SessionController::showProgress(State state)
{
    const SavedAccount &account = m_session.account();
    const bool asks = m_session.isKeychainAsking();
    const QString waiting = tr("Waiting for %1…").arg(quoted(m_session.storageName()));
    if (state == State::Restoring)
        m_window.showWaiting(
            asks ? waiting : tr("Signing in to %1 as %2…").arg(account.origin.shortText(), quoted(account.userName)),
            asks);
    else if (state == State::SigningOut)
        m_window.showWaiting(asks ? waiting : tr("Signing out…"), asks);
}

void SessionController::storageNameChanged()
{
    if (m_dialog)
        m_dialog->setKeychainName(m_session.storageName());
    if (m_session.hasUser() && m_session.storage() == Session::Storage::Keychain)
        m_window.statusLine()->setStorage(true, m_session.storageName());
}

void SessionController::signedIn()
{
    const SavedAccount &account = m_session.account();
    m_wanted = account;
    closeDialog();
    m_window.messages().settle({Topic::SignIn, Topic::Reload});
    storageChanged();
    if (!account.origin.isEncrypted() && !account.origin.isLoopback())
        m_window.statusLine()->setWarning(tr("The connection to %1 is not encrypted.").arg(account.origin.host()));
    m_saving.resume();
}

void SessionController::storageChanged()
{
    StatusLine *status = m_window.statusLine();
    if (!m_session.hasUser()) {
        status->setStorage(false, {});
        status->setWarning({});
        return;
    }
    switch (m_session.storage()) {
    case Session::Storage::Keychain:
        m_keychain.kept();
        return status->setStorage(true, m_session.storageName());
    case Session::Storage::UntilQuit:
        return status->setStorage(false, tr("Signed in until you quit"));
    case Session::Storage::KeychainFailed:
        status->setStorage(false, tr("Signed in until you quit"));
        if (const auto &error = m_session.storageError())
            m_keychain.show(Topic::Keychain, tr("%1 You stay signed in until you quit.").arg(errorText(*error)), *error,
                            m_session.account(), [this] { m_session.keepAgain(); });
    }
}

void SessionController::signInFailed(const Error &error)
{
    dialog()->setBusy(false);
    dialog()->showError(error);
    if (error.kind == Error::Kind::ProxySignIn || m_proxy.mayBeRefused(error))
        askForProxy(error);
}

// Nothing was sent to the service: with the proxy's credentials, the requested sign-in continues.
void SessionController::askForProxy(const Error &error)
{
    const auto again = [this] {
        if (dialog()->isVisible())
            dialog()->tryAgain();
    };
    m_proxy.useKept(error.subject, again, [this, error, again] {
        if (dialog()->isVisible())
            m_proxy.ask(error, dialog(), again);
    });
}

void SessionController::restoreFailed(const std::optional<Error> &error)
{
    if (!error)
        return ask({});
    if (error->kind == Error::Kind::SessionExpired)
        return askToGoOn();
    const auto again = [this] { m_session.restore(m_wanted); };
    if (isKeychainError(error->kind))
        m_keychain.show(Topic::Keychain, tr("%1 Your saved sign-in cannot be read.").arg(errorText(*error)), *error,
                        m_wanted, again);
    else
        showFailure(Message::about(Topic::SignIn, *error, {}), *error, again);
}

void SessionController::reloadFailed(const Error &error)
{
    m_window.setReloading(false);
    showFailure(Message::about(Topic::Reload, error, {}), error, [this] { reload(); });
}

void SessionController::signedOut(const SignOutReport &report)
{
    const QString text = signOutText(report);
    if (report.keychainError)
        m_keychain.show(Topic::SignOut, text, *report.keychainError, report.account, nullptr);
    else if (report.serviceError)
        m_window.messages().show({.topic = Topic::SignOut, .level = Message::Level::Warning, .text = text});
    if (m_session.state() != State::SignedOut)
        return; // a sign-in is already in progress
    m_wanted.origin = report.account.origin;
    m_wanted.userName = report.account.userName;
    if (m_dialog && m_dialog->isVisible()) // the service was slow, and the user is already typing there
        return m_dialog->setReason(text);
    ask(text);
}

} // namespace lanyard

#include "moc_sessioncontroller.cpp"
