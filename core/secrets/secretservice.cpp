#include "core/secrets/secretservice.h"

#include "core/secrets/buscall.h"
#include "core/secrets/keyringprompt.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

#include <functional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using State = KeyringLook::State;
using Attributes = QMap<QString, QString>;
using FoundItems = QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>>;
using Asked = QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath>;
using Created = QDBusPendingReply<QDBusObjectPath, QDBusObjectPath>;

// Calls a method of the Secret Service and runs @p then with the reply, as long as @p context exists.
void ask(QObject *context, const QString &path, const QString &interface, const QString &method,
         const QVariantList &arguments, const std::function<void(const QDBusPendingCall &)> &then)
{
    callOnBus(context, {secretServiceName, path, interface, method}, arguments, BusAnswerMs, then);
}

// The attributes that qtkeychain's libsecret backend writes.
QVariant attributesOf(const QString &service, const QString &key)
{
    qDBusRegisterMetaType<Attributes>();
    return QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, key}});
}

void lookAtCollection(QObject *context, const Promise<KeyringLook> &promise)
{
    const auto collection = [context, promise](const QDBusPendingReply<QDBusObjectPath> &alias) {
        if (alias.isError())
            return promise.complete(lookThatFailed(alias.error()));
        if (alias.value().path() == "/"_L1)
            return promise.complete(KeyringLook{State::NotSetUp, false});
        ask(context, alias.value().path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
            {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s},
            [promise](const QDBusPendingReply<QDBusVariant> &locked) {
                if (locked.isError())
                    return promise.complete(lookThatFailed(locked.error()));
                promise.complete(KeyringLook{locked.value().variant().toBool() ? State::Locked : State::Open, false});
            });
    };
    ask(context, secretServicePath, secretServiceInterface, u"ReadAlias"_s, {u"default"_s}, collection);
}

// Unlocks the locked entry, or the keyring that a new one would go into.
void unlock(QObject *context, const QList<QDBusObjectPath> &locked, const Promise<Done> &promise)
{
    ask(context, secretServicePath, secretServiceInterface, u"Unlock"_s, {QVariant::fromValue(locked)},
        [context, promise](const Asked &asked) {
            if (asked.isError())
                return promise.complete(keychainErrorOf(asked.error()));
            KeyringPrompt::show(asked.argumentAt<1>().path(), promise, context);
        });
}

void setUp(QObject *context, const Promise<Done> &promise)
{
    const QVariantMap properties{{u"org.freedesktop.Secret.Collection.Label"_s, u"Default keyring"_s}};
    ask(context, secretServicePath, secretServiceInterface, u"CreateCollection"_s, {properties, u"default"_s},
        [context, promise](const Created &created) {
            if (created.isError())
                return promise.complete(keychainErrorOf(created.error()));
            KeyringPrompt::show(created.argumentAt<1>().path(), promise, context);
        });
}

} // namespace

std::optional<Error> obstacleIn(const KeyringLook &look)
{
    switch (look.state) {
    case KeyringLook::State::Missing:
        return errorOf(Error::Kind::KeychainMissing);
    case KeyringLook::State::Silent:
        return errorOf(Error::Kind::KeychainSilent);
    case KeyringLook::State::NotSetUp:
        return errorOf(Error::Kind::KeychainNotSetUp);
    case KeyringLook::State::Locked:
        return errorOf(Error::Kind::KeychainLocked);
    case KeyringLook::State::Open:
        break;
    }
    return std::nullopt;
}

bool isCertainlyAbsent(const KeyringLook &look)
{
    return !look.holdsEntry && look.state != KeyringLook::State::Missing && look.state != KeyringLook::State::Silent;
}

KeyringLook lookThatFailed(const QDBusError &error)
{
    return {keychainErrorOf(error).kind == Error::Kind::KeychainSilent ? State::Silent : State::Missing, false};
}

Pending<KeyringLook> queryKeyring(const QString &service, const QString &key, QObject *context)
{
    Promise<KeyringLook> promise;
    ask(context, secretServicePath, secretServiceInterface, u"SearchItems"_s, {attributesOf(service, key)},
        [context, promise](const FoundItems &found) {
            if (found.isError())
                return promise.complete(lookThatFailed(found.error()));
            if (!found.argumentAt<0>().isEmpty())
                return promise.complete(KeyringLook{State::Open, true});
            if (!found.argumentAt<1>().isEmpty())
                return promise.complete(KeyringLook{State::Locked, true});
            lookAtCollection(context, promise);
        });
    return promise.pending();
}

Pending<Done> openKeyring(const QString &service, const QString &key, QObject *context)
{
    Promise<Done> promise;
    const auto collection = [context, promise](const QDBusPendingReply<QDBusObjectPath> &alias) {
        if (alias.isError())
            return promise.complete(keychainErrorOf(alias.error()));
        if (alias.value().path() == "/"_L1)
            return setUp(context, promise);
        unlock(context, {alias.value()}, promise);
    };
    ask(context, secretServicePath, secretServiceInterface, u"SearchItems"_s, {attributesOf(service, key)},
        [context, promise, collection](const FoundItems &found) {
            if (found.isError())
                return promise.complete(keychainErrorOf(found.error()));
            if (!found.argumentAt<1>().isEmpty())
                return unlock(context, found.argumentAt<1>(), promise);
            ask(context, secretServicePath, secretServiceInterface, u"ReadAlias"_s, {u"default"_s}, collection);
        });
    return promise.pending();
}

} // namespace lanyard
