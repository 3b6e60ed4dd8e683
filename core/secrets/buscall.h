#pragma once

#include "core/base/error.h"

#include <QDBusPendingCall>
#include <QString>
#include <QVariant>

#include <functional>

class QObject;

namespace lanyard {

/// A method on the session bus.
struct BusMethod
{
    QString service;
    QString path;
    QString interface;
    QString name;
};

/// How long a program on the bus may take to reply if no user is involved.
inline constexpr int BusAnswerMs = 2000;

/// Calls @p method and runs @p then with the reply or the error, as long as @p context exists. Without a bus, at once.
void callOnBus(QObject *context, const BusMethod &method, const QVariantList &arguments, int timeoutMs,
               const std::function<void(const QDBusPendingCall &)> &then);

/// KeychainSilent if a reply did not arrive in time, KeychainMissing if nothing can reply.
[[nodiscard]] Error keychainErrorOf(const QDBusError &error);

} // namespace lanyard
