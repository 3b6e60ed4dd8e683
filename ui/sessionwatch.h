#pragma once

#include "core/session/session.h"

#include <QObject>
#include <QTimer>

namespace lanyard {

class MainWindow;

/// Watches how long the session lasts: shows it in the status line, and says so two minutes before its end.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SessionWatch(Session &session, MainWindow &window, QObject *parent = nullptr);

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
    MainWindow &m_window;
    QTimer m_reminder;
};

} // namespace lanyard
