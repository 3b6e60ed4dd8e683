#include "ui/keychaincontroller.h"

#include "ui/common/messages.h"
#include "ui/mainwindow.h"

#include <utility>

namespace lanyard {

using Level = Message::Level;

KeychainController::KeychainController(Session &session, MainWindow &window, QObject *parent)
    : QObject(parent), m_session(session), m_window(window)
{
    connect(&session, &Session::keychainOpened, this, &KeychainController::opened);
    // What waited for the keychain was to sign in.
    connect(&session, &Session::signedIn, this, [this] {
        m_again = nullptr;
        if (m_session.storage() != Session::Storage::KeychainFailed)
            kept();
    });
    connect(&session, &Session::keychainNotOpened, this, &KeychainController::notOpened);
}

void KeychainController::show(Topic topic, const QString &text, const Error &error, const Account &account,
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
    m_window.messages().show({.topic = m_topic, .level = Level::Warning, .text = text, .action = action});
}

void KeychainController::kept()
{
    if (m_topic == Topic::Keychain && std::exchange(m_failed, false))
        m_window.messages().settle(m_topic);
}

void KeychainController::open()
{
    m_window.messages().show({.topic = m_topic,
                              .text = tr("Your system is asking for the keychain password in a separate window."),
                              .stays = true});
    m_session.openKeychain(m_account);
}

void KeychainController::opened()
{
    m_failed = false;
    m_window.messages().show({.topic = m_topic, .text = tr("The keychain is open.")});
    if (const auto again = std::exchange(m_again, nullptr))
        again();
}

void KeychainController::notOpened(const Error &error)
{
    Error locked = error;
    // Closed without an answer: it is as locked as before.
    if (error.kind == Error::Kind::KeychainRefused || error.kind == Error::Kind::Cancelled)
        locked.kind = Error::Kind::KeychainLocked;
    show(m_topic, errorText(locked), locked, m_account, m_again);
}

} // namespace lanyard

#include "moc_keychaincontroller.cpp"
