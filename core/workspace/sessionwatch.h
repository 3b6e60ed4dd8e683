#pragma once

#include "core/base/messagequeue.h"
#include "core/session/session.h"

#include <QObject>
#include <QTimer>

namespace lanyard {

class ApiKeysModel;

/// Watches the time: warns two minutes before the session ends, says when it has ended, and when the clock jumps,
/// checks what depends on it.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    SessionWatch(Session &session, ApiKeysModel &apiKeys, MessageQueue &messages, QObject *parent = nullptr);

    /// The computer was suspended or its clock was set: the session is checked again, and what the API keys' states
    /// are.
    void clockJumped();

Q_SIGNALS:
    /// The user wants to sign in again.
    void signInNeeded();

private:
    void stateChanged(Session::State state);
    void userChanged();
    /// Sets the timer for the reminder, or after it for the end.
    void plan();
    void tell();
    void showEnd();
    void show(const QString &text, Message::Level level);

    Session &m_session;
    ApiKeysModel &m_apiKeys;
    MessageQueue &m_messages;
    QTimer m_timer;
    bool m_isReminded = false;
};

} // namespace lanyard
