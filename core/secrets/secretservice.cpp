#include "core/secrets/secretservice.h"

#include "core/secrets/buscall.h"
#include "core/secrets/keyringprompt.h"
#include "core/secrets/secretserviceowner.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QMap>

#include <functional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using State = KeyringLook::State;
using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;
using FoundItems = QDBusPendingReply<Paths, Paths>; // open ones, locked ones

// Calls a method of the Secret Service.
template<typename... Types>
Pending<QDBusPendingReply<Types...>> askService(QObject *context, const QString &method, const QVariantList &arguments)
{
    return askOnBus<Types...>(context, {secretServiceName, secretServicePath, secretServiceInterface, method},
                              arguments);
}

// The attributes that qtkeychain's libsecret backend writes.
QVariant attributesOf(const QString &service, const QString &key)
{
    qDBusRegisterMetaType<Attributes>();
    return QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, key}});
}

Pending<FoundItems> search(const QString &service, const QString &key, QObject *context)
{
    return askService<Paths, Paths>(context, u"SearchItems"_s, {attributesOf(service, key)});
}

// The keyring that a new entry would go into; "/" if there is none.
Pending<QDBusPendingReply<QDBusObjectPath>> defaultCollection(QObject *context)
{
    return askService<QDBusObjectPath>(context, u"ReadAlias"_s, {u"default"_s});
}

Pending<KeyringLook> lookAtCollection(const QString &path, QObject *context)
{
    if (path == "/"_L1)
        return completed<KeyringLook>(KeyringLook{State::NotSetUp, false});
    const BusMethod get{secretServiceName, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s};
    return askOnBus<QDBusVariant>(context, get, {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s})
        .map<KeyringLook>(context, [](const QDBusPendingReply<QDBusVariant> &locked) {
            return KeyringLook{locked.value().variant().toBool() ? State::Locked : State::Open, false};
        });
}

// Unlocks the locked entry, or the keyring that a new one would go into.
Pending<Done> unlock(const Paths &locked, QObject *context)
{
    return askService<Paths, QDBusObjectPath>(context, u"Unlock"_s, {QVariant::fromValue(locked)})
        .andThen<Done>(context, [context](const QDBusPendingReply<Paths, QDBusObjectPath> &asked) {
            return KeyringPrompt::show(asked.argumentAt<1>().path(), context);
        });
}

Pending<Done> setUp(QObject *context)
{
    const QVariantMap properties{{u"org.freedesktop.Secret.Collection.Label"_s, SecretServiceOwner().usualKeyring}};
    return askService<QDBusObjectPath, QDBusObjectPath>(context, u"CreateCollection"_s, {properties, u"default"_s})
        .andThen<Done>(context, [context](const QDBusPendingReply<QDBusObjectPath, QDBusObjectPath> &created) {
            return KeyringPrompt::show(created.argumentAt<1>().path(), context);
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

KeyringLook lookThatFailed(const Error &error)
{
    return {error.kind == Error::Kind::KeychainSilent ? State::Silent : State::Missing, false};
}

Pending<KeyringLook> queryKeyring(const QString &service, const QString &key, QObject *context)
{
    const auto look = [context](const FoundItems &found) {
        if (!found.argumentAt<0>().isEmpty())
            return completed<KeyringLook>(KeyringLook{State::Open, true});
        if (!found.argumentAt<1>().isEmpty())
            return completed<KeyringLook>(KeyringLook{State::Locked, true});
        return defaultCollection(context).andThen<KeyringLook>(
            context, [context](const QDBusPendingReply<QDBusObjectPath> &collection) {
                return lookAtCollection(collection.value().path(), context);
            });
    };
    return search(service, key, context)
        .andThen<KeyringLook>(context, look)
        .map<KeyringLook>(context, std::identity{}, lookThatFailed);
}

Pending<Done> openKeyring(const QString &service, const QString &key, QObject *context)
{
    return search(service, key, context).andThen<Done>(context, [context](const FoundItems &found) {
        if (!found.argumentAt<1>().isEmpty())
            return unlock(found.argumentAt<1>(), context);
        return defaultCollection(context).andThen<Done>(
            context, [context](const QDBusPendingReply<QDBusObjectPath> &collection) {
                return collection.value().path() == "/"_L1 ? setUp(context) : unlock({collection.value()}, context);
            });
    });
}

} // namespace lanyard
