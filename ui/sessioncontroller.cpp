#include "ui/sessioncontroller.h"

#include "core/account/userfields.h"
#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "core/models/editeduser.h"
#include "core/models/fieldvalue.h"
#include "ui/common/messagebar.h"
#include "ui/common/savebar.h"
#include "ui/mainwindow.h"
#include "ui/sidebar.h"
#include "ui/signin/signindialog.h"
#include "ui/statusline.h"
#include "ui/unsavedquestion.h"

using namespace Qt::StringLiterals;

namespace lanyard {

using State = Session::State;

SessionController::SessionController(Session &session, AccountList &accounts, EditedUser &user, ApiKeysModel &apiKeys,
                                     MainWindow &window, QObject *parent)
    : QObject(parent), m_session(session), m_accounts(accounts), m_user(user), m_apiKeys(apiKeys), m_window(window)
{
    connectWindow();
    connectSession();
}

void SessionController::connectWindow()
{
    connect(&m_window, &MainWindow::reloadRequested, &m_session, &Session::reload);
    connect(&m_window, &MainWindow::signInRequested, this, [this] { ask({}); });
    connect(&m_window, &MainWindow::signOutRequested, this, &SessionController::signOut);
    connect(&m_window, &MainWindow::saveRequested, this, &SessionController::save);
    connect(&m_window, &MainWindow::revertRequested, &m_user, &EditedUser::revertAll);
    connect(&m_window, &MainWindow::closeRequested, this, &SessionController::close);
    connect(m_window.messageBar(), &MessageBar::actionRequested, this, &SessionController::takeNextStep);
    connect(&m_user, &EditedUser::changed, this, &SessionController::refreshEdits);
    connect(&m_user, &EditedUser::reloaded, this, &SessionController::refreshEdits);
}

void SessionController::connectSession()
{
    connect(&m_session, &Session::userChanged, this, &SessionController::userChanged);
    connect(&m_session, &Session::stateChanged, this, &SessionController::stateChanged);
    connect(&m_session, &Session::storageChanged, this, &SessionController::storageChanged);
    connect(&m_session, &Session::signInFailed, this, &SessionController::signInFailed);
    connect(&m_session, &Session::restoreFailed, this, &SessionController::restoreFailed);
    connect(&m_session, &Session::reloadFailed, this, &SessionController::reloadFailed);
    connect(&m_session, &Session::saved, this, &SessionController::saved);
    connect(&m_session, &Session::saveFailed, this, &SessionController::saveFailed);
    connect(&m_session, &Session::signedOut, this, &SessionController::signedOut);
}

void SessionController::start(const QString &server, const QString &userName)
{
    const auto origin = Origin::parse(server);
    std::optional<Account> known;
    for (const Account &account : m_accounts.accounts()) {
        const bool matches = (server.isEmpty() || (origin && account.origin == origin.value())) &&
                             (userName.isEmpty() || account.userName.compare(userName, Qt::CaseInsensitive) == 0);
        if (matches && (!known || (account.kept && !known->kept)))
            known = account;
    }
    m_wanted = known.value_or(Account());
    if (!known) {
        m_wanted.origin = origin ? origin.value() : Origin();
        m_wanted.userName = userName;
    }
    if (known && known->kept)
        return m_session.restore(*known);
    // An address that cannot be read stays as it was given, so that it can be corrected.
    ask({});
    if (!origin && !server.isEmpty())
        dialog()->fillIn(server, userName);
}

SignInDialog *SessionController::dialog()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new SignInDialog(&m_window);
    m_dialog->setKeychainName(m_session.storageName());
    connect(m_dialog, &SignInDialog::signInRequested, &m_session, &Session::signIn);
    connect(m_dialog, &SignInDialog::cancelRequested, &m_session, &Session::cancelSignIn);
    connect(m_dialog, &SignInDialog::certificateTrusted, &m_session, &Session::trust);
    return m_dialog;
}

void SessionController::ask(const QString &reason)
{
    const bool expired = m_session.hasUser();
    const Account account = expired ? m_session.account() : m_wanted;
    dialog()->setServers(m_accounts.servers());
    dialog()->lockIdentity(expired && account.kind == Credential::Kind::Token);
    dialog()->setReason(reason);
    dialog()->fillIn(account.origin.text(), account.userName, account.kind);
    dialog()->open();
}

void SessionController::closeDialog()
{
    if (!m_dialog)
        return;
    m_dialog->wipeSecrets();
    m_dialog->hide();
}

void SessionController::userChanged()
{
    const User &user = m_session.user();
    if (user.id() == m_user.base().id())
        m_user.setBase(user);
    else
        m_user.reset(user);
    m_apiKeys.setUser(user);
    m_window.showUser(user, m_session.account().origin.shortText());
    m_window.statusLine()->setUpdated(user.isEmpty() ? QDateTime() : QDateTime::currentDateTime());
    m_window.setReloading(false);
    if (!user.isEmpty())
        m_window.messageBar()->clear();
}

void SessionController::stateChanged(State state)
{
    if (m_dialog)
        m_dialog->setBusy(state == State::SigningIn);
    const Account &account = m_session.account();
    m_window.statusLine()->setSessionEnd(m_session.hasUser() ? account.expiresAt : std::nullopt);
    switch (state) {
    case State::Restoring:
        m_window.showWaiting(
            tr("Signing in to %1 as %2…").arg(account.origin.shortText(), visibleText(account.userName)), false);
        break;
    case State::SigningOut:
        m_window.showWaiting(tr("Signing out…"), false);
        break;
    case State::SignedIn:
        m_wanted = account;
        closeDialog();
        m_window.messageBar()->clear();
        storageChanged();
        if (!account.origin.isEncrypted() && !account.origin.isLoopback())
            m_window.statusLine()->setWarning(tr("The connection to %1 is not encrypted.").arg(account.origin.host()));
        if (std::exchange(m_saveAfterSignIn, false))
            save();
        break;
    default:
        break;
    }
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
        return status->setStorage(true, m_session.storageName());
    case Session::Storage::UntilQuit:
        return status->setStorage(false, tr("Signed in until you quit"));
    case Session::Storage::KeychainFailed:
        status->setStorage(false, tr("Signed in until you quit"));
        m_nextStep = NextStep::None;
        m_window.messageBar()->showMessage(
            MessageBar::Level::Warning,
            tr("The keychain could not keep your sign-in. You stay signed in until you quit."));
    }
}

void SessionController::signInFailed(const Error &error)
{
    dialog()->setBusy(false);
    dialog()->showError(error);
}

void SessionController::restoreFailed(const std::optional<Error> &error)
{
    m_window.showUser({}, {});
    if (!error)
        return ask({});
    if (error->kind == Error::Kind::SessionExpired)
        return ask(tr("Your session has ended. Sign in again to go on."));
    showError(*error, NextStep::Restore);
}

void SessionController::reloadFailed(const Error &error)
{
    m_window.setReloading(false);
    showError(error, error.kind == Error::Kind::SessionExpired ? NextStep::SignIn : NextStep::Reload);
}

void SessionController::save()
{
    if (!m_user.hasEdits() || !m_window.commitEdits())
        return;
    if (m_session.state() == State::Expired) {
        m_saveAfterSignIn = true;
        return ask(tr("Your session has ended. Sign in again and your changes are saved."));
    }
    m_window.saveBar()->setSaving(true);
    m_window.setEditable(false);
    m_session.save(m_user.changes());
}

void SessionController::saved(const QList<Change> &notKept)
{
    m_window.saveBar()->setSaving(false);
    m_window.setEditable(true);
    // What the service did not take stays as an edit: nothing that was typed is lost.
    for (const Change &change : notKept) {
        m_user.edit(change.path, change.value);
        const UserField *field = change.path.isSetting() ? nullptr : userField(change.path.fieldKey());
        const FieldKind kind = field ? field->kind : FieldKind::Text;
        const QString kept = visibleText(fieldText(kind, valueAt(m_user.base().document(), change.path)), false, 100);
        m_user.setNotice(change.path, kept.isEmpty() ? tr("The service did not take this change.")
                                                     : tr("The service kept “%1”.").arg(kept));
    }
    if (notKept.isEmpty()) {
        m_window.saveBar()->showSaved();
    } else {
        m_nextStep = NextStep::None;
        m_window.messageBar()->showMessage(MessageBar::Level::Warning,
                                           tr("%n change(s) were not taken by the service. They are marked.", nullptr,
                                              static_cast<int>(notKept.size())));
    }
    if (const auto next = std::exchange(m_afterSave, nullptr); next && notKept.isEmpty())
        next();
}

void SessionController::saveFailed(const Error &error)
{
    m_afterSave = nullptr;
    m_window.saveBar()->setSaving(false);
    m_window.setEditable(true);
    if (error.kind == Error::Kind::SessionExpired) {
        m_saveAfterSignIn = true;
        return ask(tr("Your session has ended. Sign in again and your changes are saved."));
    }
    // Whether it was done is not known: reading shows it, sending again could do it twice.
    showError(error, error.kind == Error::Kind::OutcomeUnknown ? NextStep::Reload : NextStep::Save);
}

void SessionController::signOut()
{
    const auto leave = [this] {
        m_user.revertAll();
        m_session.signOut();
    };
    if (!m_user.hasEdits())
        return leave();
    askAboutUnsaved(
        &m_window,
        [this] {
            m_afterSave = [this] { m_session.signOut(); };
            save();
        },
        leave);
}

void SessionController::signedOut(const SignOutReport &report)
{
    m_wanted.origin = m_session.account().origin;
    m_wanted.userName = report.userName;
    m_window.showUser({}, {});
    const QString text = signOutText(report);
    if (report.serviceError || report.keychainError) {
        m_nextStep = NextStep::None;
        m_window.messageBar()->showMessage(MessageBar::Level::Warning, text);
    }
    ask(text);
}

void SessionController::close()
{
    if (!m_user.hasEdits())
        return m_window.closeForGood();
    askAboutUnsaved(
        &m_window,
        [this] {
            m_afterSave = [this] { m_window.closeForGood(); };
            save();
        },
        [this] { m_window.closeForGood(); });
}

void SessionController::showError(const Error &error, NextStep step)
{
    m_nextStep = step;
    m_window.messageBar()->showError(error, step == NextStep::SignIn   ? tr("Sign in again")
                                            : step == NextStep::Reload ? tr("Reload")
                                                                       : tr("Try again"));
}

void SessionController::takeNextStep()
{
    m_window.messageBar()->clear();
    switch (std::exchange(m_nextStep, NextStep::None)) {
    case NextStep::None:
        return;
    case NextStep::Reload:
        return m_session.reload();
    case NextStep::Save:
        return save();
    case NextStep::Restore:
        return m_session.restore(m_wanted);
    case NextStep::SignIn:
        return ask({});
    }
}

void SessionController::refreshEdits()
{
    m_window.saveBar()->setChangeCount(m_user.changeCount());
    bool profile = false;
    bool settings = false;
    const QList<Change> changes = m_user.changes();
    for (const Change &change : changes)
        (change.path.isSetting() ? settings : profile) = true;
    m_window.sidebar()->setChanged(Sidebar::Profile, profile);
    m_window.sidebar()->setChanged(Sidebar::Settings, settings);
}

} // namespace lanyard
