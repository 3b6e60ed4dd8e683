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

/// How long a program on the bus may take for an answer that needs no person.
inline constexpr int BusAnswerMs = 2000;

/// Calls @p method and runs @p then with the answer or the error, as long as @p context lives. Without a bus at once.
void callOnBus(QObject *context, const BusMethod &method, const QVariantList &arguments, int timeoutMs,
               const std::function<void(const QDBusPendingCall &)> &then);

/// KeychainSilent when an answer did not come in time, KeychainMissing when there is nobody to ask.
[[nodiscard]] Error keychainErrorOf(const QDBusError &error);

} // namespace lanyard
