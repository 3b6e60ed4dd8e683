#include "core/secrets/buscall.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

namespace lanyard {

void callOnBus(QObject *context, const BusMethod &method, const QVariantList &arguments, int timeoutMs,
               const std::function<void(const QDBusPendingCall &)> &then)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) // a watcher of a call that was never made does not finish
        return then(QDBusPendingCall::fromError(QDBusError(QDBusError::Disconnected, {})));
    QDBusMessage message = QDBusMessage::createMethodCall(method.service, method.path, method.interface, method.name);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, timeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [then](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        then(*call);
    });
}

Error keychainErrorOf(const QDBusError &error)
{
    const bool isSilent = error.type() == QDBusError::NoReply || error.type() == QDBusError::TimedOut ||
                          error.type() == QDBusError::Timeout;
    return errorOf(isSilent ? Error::Kind::KeychainSilent : Error::Kind::KeychainMissing, error.message());
}

} // namespace lanyard
