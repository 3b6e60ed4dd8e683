#include "core/secrets/keyringlookup.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int AnswerTimeoutMs = 3000;

using Attributes = QMap<QString, QString>;
using FoundItems = QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>>;

// The attributes that qtkeychain's libsecret backend writes.
QDBusMessage searchMessage(const QString &service, const QString &key)
{
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                          u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    const Attributes attributes{{u"server"_s, service}, {u"user"_s, key}};
    message << QVariant::fromValue(attributes);
    return message;
}

KeyringEntry entryOf(const FoundItems &reply)
{
    if (reply.isError())
        return KeyringEntry::Unknown;
    if (!reply.argumentAt<0>().isEmpty())
        return KeyringEntry::Present;
    return reply.argumentAt<1>().isEmpty() ? KeyringEntry::Absent : KeyringEntry::Locked;
}

} // namespace

Pending<KeyringEntry> lookUpKeyringEntry(const QString &service, const QString &key, QObject *context)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return completed<KeyringEntry>(KeyringEntry::Unknown);
    Promise<KeyringEntry> promise;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(searchMessage(service, key), AnswerTimeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [promise](QDBusPendingCallWatcher *call) {
        promise.complete(entryOf(FoundItems(*call)));
        call->deleteLater();
    });
    return promise.pending();
}

} // namespace lanyard
