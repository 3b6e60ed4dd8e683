#include "ui/account/keychaincontroller.h"

#include "ui/common/messages.h"
#include "ui/mainwindow.h"

#include <utility>

namespace lanyard {

using Level = Message::Level;

KeychainController::KeychainController(Session &session, MainWindow &window, QObject *parent)
    : QObject(parent), m_session(session), m_window(window)
{
    connect(&session, &Session::keychainOpened, this, &KeychainController::opened);
    // The operation that waited for the keychain was a sign-in.
    connect(&session, &Session::signedIn, this, [this] {
        m_again = nullptr;
        if (m_session.storage() != Session::Storage::KeychainFailed)
            kept();
    });
    connect(&session, &Session::keychainNotOpened, this, &KeychainController::notOpened);
    connect(&session, &Session::keychainAskingChanged, this, &KeychainController::askingChanged);
    // The question to the user may have changed.
    connect(&session, &Session::stateChanged, this, &KeychainController::askingChanged);
    connect(&session, &Session::removedAgain, this, &KeychainController::removedAgain);
}

void KeychainController::show(Topic topic, const QString &text, const Error &error, const SavedAccount &account,
                              const std::function<void()> &again)
{
    m_topic = topic;
    m_failed = true;
    m_account = account;
    m_again = again;
    Message::Action action;
    if (nextStep(error.kind) == NextStep::UnlockKeychain)
        action = {error.kind == Error::Kind::KeychainLocked ? tr("Unlock keychain") : tr("Set up keychain"),
                  [this] { open(); }};
    else if (nextStep(error.kind) == NextStep::TryAgain && again)
        action = {tr("Try again"), again};
    else if (nextStep(error.kind) == NextStep::TryAgain)
        action = {tr("Try again"), [this, account] { m_session.removeAgain(account); }};
    m_window.messages().show({.topic = m_topic, .level = Level::Warning, .text = text, .action = action});
}

void KeychainController::kept()
{
    const bool isReplaced = m_topic == Topic::SignOut && m_session.storage() == Session::Storage::Keychain &&
                            m_session.account().keychainKey() == m_account.keychainKey();
    if ((m_topic == Topic::Keychain || isReplaced) && std::exchange(m_failed, false))
        m_window.messages().settle(m_topic);
}

Message KeychainController::asked() const
{
    const QString name = quoted(m_session.storageName());
    Message message{.topic = Topic::KeychainAsks, .stays = true};
    switch (m_session.state()) {
    case Session::State::Restoring:
        message.text = tr("To use your saved sign-in, answer %1 in its window.").arg(name);
        message.action = {tr("Cancel"), [this] { m_session.cancelRestore(); }};
        break;
    case Session::State::SigningOut:
        message.text = tr("To remove your saved sign-in, answer %1 in its window.").arg(name);
        break;
    default:
        message.text = tr("To stay signed in after you quit, answer %1 in its window.").arg(name);
    }
    return message;
}

void KeychainController::askingChanged()
{
    // No sign-in is waiting for it: the restore was cancelled.
    if (!m_session.isKeychainAsking() || m_session.state() == Session::State::SignedOut)
        return m_window.messages().settle(Topic::KeychainAsks);
    if (!m_opening)
        m_window.messages().show(asked());
}

void KeychainController::removedAgain(const SavedAccount &account, const std::optional<Error> &error)
{
    if (error)
        show(Topic::SignOut, tr("The saved sign-in could not be removed: %1").arg(errorText(*error)), *error, account,
             nullptr);
    else
        m_window.messages().show({.topic = Topic::SignOut, .text = tr("The saved sign-in has been removed.")});
}

void KeychainController::open()
{
    m_opening = true;
    m_window.messages().show({.topic = m_topic,
                              .text = tr("Your system is asking for the keychain password in a separate window."),
                              .stays = true});
    m_session.openKeychain(m_account);
}

void KeychainController::opened()
{
    m_opening = false;
    m_failed = false;
    m_window.messages().show({.topic = m_topic, .text = tr("The keychain is open.")});
    if (const auto again = std::exchange(m_again, nullptr))
        again();
}

void KeychainController::notOpened(const Error &error)
{
    m_opening = false;
    Error locked = error;
    // Closed without an answer: it is still locked.
    if (error.kind == Error::Kind::KeychainRefused || error.kind == Error::Kind::Cancelled)
        locked.kind = Error::Kind::KeychainLocked;
    show(m_topic, errorText(locked), locked, m_account, m_again);
}

} // namespace lanyard

#include "moc_keychaincontroller.cpp"
