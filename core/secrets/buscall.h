#pragma once

#include "core/base/pending.h"

#include <QDBusPendingReply>
#include <QString>
#include <QVariant>

#include <functional>

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

/// The same with the reply as the result of a call, or keychainErrorOf() its error.
template<typename... Types>
[[nodiscard]] Pending<QDBusPendingReply<Types...>> askOnBus(QObject *context, const BusMethod &method,
                                                            const QVariantList &arguments, int timeoutMs = BusAnswerMs)
{
    using Reply = QDBusPendingReply<Types...>;
    Promise<Reply> promise;
    callOnBus(context, method, arguments, timeoutMs, [promise](const Reply &reply) {
        promise.complete(reply.isError() ? Result<Reply>(keychainErrorOf(reply.error())) : Result<Reply>(reply));
    });
    return promise.pending();
}

} // namespace lanyard
