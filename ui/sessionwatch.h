#pragma once

#include "core/session/session.h"

#include <QObject>
#include <QTimer>

namespace lanyard {

class ApiKeysModel;
class MainWindow;

/// Watches the time: shows how long the session lasts in the status line, says so two minutes before its end, and has
/// the API keys expire on the screen too.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    SessionWatch(Session &session, ApiKeysModel &apiKeys, MainWindow &window, QObject *parent = nullptr);

    /// The computer slept or its clock was set: the session is looked at again.
    void clockJumped();

Q_SIGNALS:
    /// The person would sign in again before the session ends.
    void signInNeeded();

private:
    void stateChanged(Session::State state);
    void plan();
    void remind();

    Session &m_session;
    ApiKeysModel &m_apiKeys;
    MainWindow &m_window;
    QTimer m_reminder;
    QTimer m_minute;
};

} // namespace lanyard
