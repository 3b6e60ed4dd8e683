#include "ui/account/sessionmessages.h"

#include "core/base/text.h"
#include "core/document/dates.h"
#include "ui/signin/proxycontroller.h"
#include "ui/signin/signinflow.h"

#include <QApplication>
#include <QDialog>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype MostNames = 4; // more would not be read
constexpr qsizetype NameLength = 60;

QByteArray questionAbout(const Origin &origin, const QByteArray &sha256)
{
    return origin.text().toUtf8() + ' ' + sha256;
}

// A secret is in no draft: whoever changed one has to know that it is to be changed again.
QString restoredText(const QDateTime &draft, const QStringList &leftOut, bool isSomeRestored)
{
    const QString when = displayTimestamp(draft);
    if (leftOut.isEmpty())
        return SessionMessages::tr("Unsaved changes from %1 were restored.").arg(when);
    QStringList names;
    for (const QString &name : leftOut.first(qMin(leftOut.size(), MostNames)))
        names << quoted(name, NameLength);
    if (leftOut.size() > MostNames)
        names << u"…"_s;
    if (!isSomeRestored)
        return (leftOut.size() == 1
                    ? SessionMessages::tr("A change to %2 from %1 was not saved and cannot be restored. Make it again.")
                    : SessionMessages::tr(
                          "Changes to %2 from %1 were not saved and cannot be restored. Make them again."))
            .arg(when, names.join(u", "_s));
    return (leftOut.size() == 1 ? SessionMessages::tr("Unsaved changes from %1 were restored, except a change to %2.")
                                : SessionMessages::tr("Unsaved changes from %1 were restored, except changes to %2."))
        .arg(when, names.join(u", "_s));
}

} // namespace

SessionMessages::SessionMessages(Workspace &workspace, MessageQueue &messages, SignInFlow &signIn,
                                 ProxyController &proxy, QWidget &window)
    : m_workspace(workspace), m_session(workspace.session()), m_messages(messages), m_signIn(signIn), m_proxy(proxy),
      m_window(window), m_keychain(workspace.session(), messages)
{
    connectSession();
    connectDraftWriter();
}

void SessionMessages::connectSession()
{
    connect(&m_workspace, &Workspace::userChanged, this, &SessionMessages::userChanged);
    connect(&m_session, &Session::signedIn, this, [this] {
        m_messages.settle({Topic::SignIn, Topic::Reload});
        storageChanged();
    });
    connect(&m_session, &Session::storageChanged, this, &SessionMessages::storageChanged);
    connect(&m_session, &Session::restoreFailed, this, &SessionMessages::restoreFailed);
    connect(&m_session, &Session::reloadFailed, this, [this](const Error &error) {
        if (error.kind != Error::Kind::SessionExpired) // which SessionWatch says
            showFailure(Message::about(Topic::Reload, error, {}), error, [this] { Q_EMIT reloadRequested(); });
    });
    connect(&m_session, &Session::signedOut, this, &SessionMessages::signedOut);
    connect(&m_signIn, &SignInFlow::abandoned, this, [this] {
        if (const auto tellAgain = std::exchange(m_tellAgain, nullptr))
            tellAgain();
    });
    connect(&m_signIn, &SignInFlow::closed, this, [this] { m_tellAgain = nullptr; });
    connect(&m_signIn, &SignInFlow::certificateTrusted, this, [this](const Origin &origin, const QByteArray &sha256) {
        const auto waiting = m_messages.takeAnswered(questionAbout(origin, sha256));
        for (const auto &again : waiting)
            again();
    });
}

void SessionMessages::connectDraftWriter()
{
    const DraftWriter &draftWriter = m_workspace.draftWriter();
    connect(&draftWriter, &DraftWriter::written, this, [this] { m_messages.settle(Topic::DraftFile); });
    connect(&draftWriter, &DraftWriter::notWritten, this, [this] {
        warn(Topic::DraftFile, tr("Your unsaved changes cannot be written to the disk: a crash would lose them. Save "
                                  "them soon."));
    });
    connect(&draftWriter, &DraftWriter::unusableDraftFound, this, [this] {
        warn(Topic::UnusableDraft, tr("Unsaved changes from an earlier session are on the disk but cannot be read."));
    });
}

void SessionMessages::warn(Topic topic, const QString &text)
{
    m_messages.show({.topic = topic, .level = Message::Level::Warning, .text = text});
}

void SessionMessages::userChanged(const std::optional<QDateTime> &draft)
{
    if (m_session.user().isEmpty())
        return m_messages.endScope(Scope::Account);
    m_messages.settle({Topic::Reload, Topic::SignIn, Topic::Document});
    if (!draft)
        return;
    const bool isSomeRestored = m_workspace.edits().hasUnsaved();
    Message message{.topic = Topic::RestoredDraft,
                    .text = restoredText(*draft, m_workspace.draftWriter().leftOut(), isSomeRestored)};
    if (isSomeRestored)
        message.action = {tr("Discard them"), [this] { Q_EMIT discardRequested(); }};
    else
        message.level = Message::Level::Warning;
    m_messages.show(message);
}

void SessionMessages::storageChanged()
{
    if (!m_session.hasUser())
        return;
    if (m_session.storage() == Session::Storage::Keychain)
        return m_keychain.kept();
    const auto &error = m_session.storageError();
    if (m_session.storage() == Session::Storage::KeychainFailed && error)
        m_keychain.show(Topic::Keychain, tr("%1 You stay signed in until you quit.").arg(errorText(*error)), *error,
                        m_session.account(), [this] { m_session.keepAgain(); });
}

void SessionMessages::restoreFailed(const std::optional<Error> &error)
{
    if (!error)
        return m_signIn.ask();
    if (error->kind == Error::Kind::SessionExpired)
        return m_signIn.askToContinue();
    const auto again = [this] { m_signIn.restore(); };
    if (isKeychainError(error->kind))
        m_keychain.show(Topic::Keychain, tr("%1 Your saved sign-in cannot be read.").arg(errorText(*error)), *error,
                        m_signIn.account(), again);
    else
        showFailure(Message::about(Topic::SignIn, *error, {}), *error, again);
}

void SessionMessages::signedOut(const SignOutReport &report)
{
    const QString text = signOutText(report);
    if (m_session.state() == Session::State::SignedOut) // otherwise a sign-in is already in progress
        m_signIn.askAfterSignOut(report.account, text);
    // Also behind the dialog, which may be closed without a sign-in.
    if (report.keychainError)
        m_keychain.show(Topic::SignOut, text, *report.keychainError, report.account, nullptr);
    else if (report.serviceError)
        warn(Topic::SignOut, text);
}

void SessionMessages::showOtherAccountAsked(const QString &name, bool isListed)
{
    const QString text = isListed ? tr("Lanyard was started again for another account (%1). Close the dialog that is "
                                       "open, then choose it under Accounts.")
                                  : tr("Lanyard was started again for another account (%1). Close the dialog that is "
                                       "open, then add it: choose Add account… under Accounts.");
    m_messages.show(
        {.topic = Topic::Account, .level = Message::Level::Warning, .text = text.arg(name), .isAnswer = true});
    const Message *shown = m_messages.current();
    if (shown && shown->topic == Topic::Account && QApplication::activeModalWidget())
        closeAfterDialogs(shown->number);
}

// Behind a dialog that closes there may be another one.
void SessionMessages::closeAfterDialogs(quint64 number)
{
    const QWidget *modal = QApplication::activeModalWidget();
    if (!modal)
        return m_messages.close(number);
    const auto next = [this, number] { closeAfterDialogs(number); };
    if (const auto *dialog = qobject_cast<const QDialog *>(modal))
        connect(dialog, &QDialog::finished, this, next, Qt::QueuedConnection);
}

void SessionMessages::showAlreadyOpen()
{
    m_messages.show({.topic = Topic::Account,
                     .text = tr("This account was already open, so it was not opened a second time."),
                     .isAnswer = true});
}

void SessionMessages::showFailure(Message message, const Error &error, const std::function<void()> &again)
{
    message.action = stepFor(message, error, again);
    if (error.certificate)
        message.question = {questionAbout(m_session.account().origin, error.certificate->sha256), again};
    const bool mayBeRefused = ProxyController::mayBeRefused(error);
    if (mayBeRefused)
        message.text = tr("%1 It may not accept your username and password.").arg(message.text);
    if (mayBeRefused || nextStep(error) == NextStep::SignInToProxy)
        m_proxy.useKept(error.subject, again, [this, message] { m_messages.show(message); });
    else
        m_messages.show(message);
}

// Nothing can be sent until it is decided: whoever closes the dialog is told again.
void SessionMessages::askAbout(const Message &message, const Error &error, const std::function<void()> &again)
{
    m_signIn.askAfter(error, again);
    m_tellAgain = [this, message, error, again] { showFailure(message, error, again); };
}

Message::Action SessionMessages::stepFor(const Message &message, const Error &error, const std::function<void()> &again)
{
    if (ProxyController::mayBeRefused(error) || nextStep(error) == NextStep::SignInToProxy)
        return {tr("Sign in to the proxy…"), [this, error, again] { m_proxy.ask(error, &m_window, again); }};
    switch (nextStep(error)) {
    case NextStep::TryAgain:
        return {tr("Try again"), again};
    case NextStep::SignInAgain:
        return {tr("Sign in again"), [this, error] { m_signIn.askAfter(error, nullptr); }};
    case NextStep::LookAtCertificate:
        return {tr("Show certificate"), [this, message, error, again] { askAbout(message, error, again); }};
    case NextStep::UnlockKeychain: // keychain errors are shown by KeychainMessages
    case NextStep::SignInToProxy:
    case NextStep::None:
        break;
    }
    return {};
}

} // namespace lanyard

#include "moc_sessionmessages.cpp"
