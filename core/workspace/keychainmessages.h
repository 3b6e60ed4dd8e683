#pragma once

#include "core/base/messagequeue.h"
#include "core/session/session.h"

#include <functional>

namespace lanyard {

/// Reports keychain failures, and offers the action that helps: unlock, set up, or try again, also once there is one.
/// Says so while the keychain itself is asking the user in its own window.
class KeychainMessages : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    KeychainMessages(Session &session, MessageQueue &messages, QObject *parent = nullptr);

    /// @p text, about @p topic, says what failed for @p account; @p error is the reason, one of the Keychain… kinds.
    /// @p again repeats the operation once the keychain is open, or on request; it may be empty.
    void show(Topic topic, const QString &text, const Error &error, const SavedAccount &account,
              const std::function<void()> &again);

    /// The sign-in is in the keychain, or is not meant to be: messages about it are settled.
    void kept();

private:
    void open();
    void opened();
    void notOpened(const Error &error);
    void readinessChanged();
    void askingChanged();
    void removedAgain(const SavedAccount &account, const std::optional<Error> &error);
    void removedLater(const SavedAccount &account);
    [[nodiscard]] Message asked() const;

    Session &m_session;
    MessageQueue &m_messages;
    Topic m_topic = Topic::Keychain;
    bool m_failed = false; // and the message says so
    Error::Kind m_kind{};  // how
    bool m_opening = false;
    SavedAccount m_account;
    std::function<void()> m_again;
};

} // namespace lanyard
