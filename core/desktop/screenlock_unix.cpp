#include "core/desktop/screenlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto loginService = "org.freedesktop.login1"_L1;

} // namespace

void ScreenLock::watch()
{
    QDBusConnection session = QDBusConnection::sessionBus();
    // From any sender: each desktop emits the signal at its own path.
    for (const auto interface : {"org.freedesktop.ScreenSaver"_L1, "org.gnome.ScreenSaver"_L1})
        session.connect({}, {}, interface, u"ActiveChanged"_s, this, SLOT(activeChanged(bool)));
    watchLogin();
}

void ScreenLock::activeChanged(bool active)
{
    if (active)
        Q_EMIT locked();
}

// The signal of our own session only: other users may be logged in on the same computer.
void ScreenLock::watchLogin()
{
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    QDBusConnection system = QDBusConnection::systemBus();
    if (id.isEmpty() || !system.isConnected())
        return;
    QDBusMessage asked = QDBusMessage::createMethodCall(loginService, u"/org/freedesktop/login1"_s,
                                                        u"org.freedesktop.login1.Manager"_s, u"GetSession"_s);
    asked << id;
    auto *watcher = new QDBusPendingCallWatcher(system.asyncCall(asked), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> session = *watcher;
        if (!session.isError())
            QDBusConnection::systemBus().connect(loginService, session.value().path(),
                                                 u"org.freedesktop.login1.Session"_s, u"Lock"_s, this,
                                                 SIGNAL(locked()));
    });
}

} // namespace lanyard

#include "moc_screenlock.cpp"
