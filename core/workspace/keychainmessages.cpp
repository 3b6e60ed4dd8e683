#include "core/workspace/keychainmessages.h"

#include "core/base/text.h"

#include <utility>

namespace lanyard {

KeychainMessages::KeychainMessages(Session &session, MessageQueue &messages, QObject *parent)
    : QObject(parent), m_session(session), m_messages(messages)
{
    connect(&session, &Session::keychainOpened, this, &KeychainMessages::opened);
    // The operation that waited for the keychain was a sign-in.
    connect(&session, &Session::signedIn, this, [this] {
        m_again = nullptr;
        if (m_session.storage() != Session::Storage::KeychainFailed)
            kept();
    });
    connect(&session, &Session::keychainNotOpened, this, &KeychainMessages::notOpened);
    connect(&session, &Session::storageReadinessChanged, this, &KeychainMessages::readinessChanged);
    connect(&session, &Session::keychainAskingChanged, this, &KeychainMessages::askingChanged);
    // The question to the user may have changed.
    connect(&session, &Session::stateChanged, this, &KeychainMessages::askingChanged);
    connect(&session, &Session::removedAgain, this, &KeychainMessages::removedAgain);
    connect(&session, &Session::removedLater, this, &KeychainMessages::removedLater);
}

void KeychainMessages::show(Topic topic, const QString &text, const Error &error, const SavedAccount &account,
                            const std::function<void()> &again)
{
    m_topic = topic;
    m_failed = true;
    m_kind = error.kind;
    m_account = account;
    m_again = again;
    Message::Action action;
    if (nextStep(error.kind) == NextStep::UnlockKeychain)
        action = {error.kind == Error::Kind::KeychainLocked ? tr("Unlock") : tr("Set up"), [this] { open(); }};
    else if (nextStep(error.kind) == NextStep::TryAgain && again)
        action = {tr("Try again"), again};
    else if (nextStep(error.kind) == NextStep::TryAgain)
        action = {tr("Try again"), [this, account] { m_session.removeAgain(account); }};
    m_messages.show({.topic = m_topic, .level = Message::Level::Warning, .text = text, .action = action});
}

void KeychainMessages::kept()
{
    const bool isReplaced = m_topic == Topic::SignOut && m_session.storage() == Session::Storage::Keychain &&
                            m_session.account().keychainKey() == m_account.keychainKey();
    if ((m_topic == Topic::Keychain || isReplaced) && std::exchange(m_failed, false))
        m_messages.settle(m_topic);
}

Message KeychainMessages::asked() const
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

void KeychainMessages::askingChanged()
{
    // No sign-in is waiting for it: the restore was cancelled.
    if (!m_session.isKeychainAsking() || m_session.state() == Session::State::SignedOut)
        return m_messages.settle(Topic::KeychainAsks);
    if (!m_opening)
        m_messages.show(asked());
}

void KeychainMessages::removedAgain(const SavedAccount &account, const std::optional<Error> &error)
{
    if (error)
        show(Topic::SignOut, tr("The saved sign-in could not be removed: %1").arg(errorText(*error)), *error, account,
             nullptr);
    else
        m_messages.show({.topic = Topic::SignOut, .text = tr("The saved sign-in has been removed.")});
}

// What is said of it is no longer true.
void KeychainMessages::removedLater(const SavedAccount &account)
{
    if (m_topic == Topic::SignOut && account.keychainKey() == m_account.keychainKey() && std::exchange(m_failed, false))
        removedAgain(account, std::nullopt);
}

void KeychainMessages::open()
{
    m_opening = true;
    m_messages.show({.topic = m_topic,
                     .text = tr("Your system is asking for the keychain password in a separate window."),
                     .stays = true});
    m_session.openKeychain(m_account);
}

void KeychainMessages::opened()
{
    m_opening = false;
    m_failed = false;
    m_messages.show({.topic = m_topic, .text = tr("The keychain is unlocked.")});
    if (const auto again = std::exchange(m_again, nullptr))
        again();
}

void KeychainMessages::notOpened(const Error &error)
{
    m_opening = false;
    Error locked = error;
    // Closed without an answer: it is as it was.
    if (error.kind == Error::Kind::KeychainRefused || error.kind == Error::Kind::Cancelled)
        locked.kind = m_kind;
    show(m_topic, errorText(locked), locked, m_account, m_again);
}

// One that started late, or again.
void KeychainMessages::readinessChanged()
{
    const SecretStore::Readiness readiness = m_session.storageReadiness();
    const bool isThere = readiness != SecretStore::Readiness::Missing && readiness != SecretStore::Readiness::Unknown;
    if (!isThere || !m_failed || !m_again || m_kind != Error::Kind::KeychainMissing)
        return;
    m_kind = {};
    m_messages.show({.topic = m_topic,
                     .text = tr("%1 can be reached now.").arg(quoted(m_session.storageName())),
                     .action = {tr("Try again"), m_again},
                     .stays = true});
}

} // namespace lanyard

#include "moc_keychainmessages.cpp"
