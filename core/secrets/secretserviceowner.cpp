#include "core/secrets/secretserviceowner.h"

#include "core/secrets/buscall.h"
#include "core/secrets/keyringprompt.h"

#include <QDBusPendingReply>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Identified by another name that the same connection owns: /proc reveals nothing about a process that may not be
// inspected, such as KeePassXC, nor about a sandboxed one.
struct KnownOwner
{
    QLatin1StringView busName;
    QLatin1StringView name;
    bool neverAsksPerEntry;
};
constexpr std::array knownOwners{
    KnownOwner{"org.gnome.keyring"_L1, "GNOME Keyring"_L1, true},
    KnownOwner{"org.keepassxc.KeePassXC.MainWindow"_L1, "KeePassXC"_L1, false},
    KnownOwner{"org.kde.secretservicecompat"_L1, "KDE Wallet"_L1, false}, // ksecretd, KDE Frameworks 6.14 and later
    KnownOwner{"org.kde.kwalletd6"_L1, "KDE Wallet"_L1, false},
};

BusMethod busMethod(const QString &name)
{
    return {u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, name};
}

void findOwnerOf(const QString &busName, QObject *context, const std::function<void(const QString &)> &then)
{
    callOnBus(context, busMethod(u"GetNameOwner"_s), {busName}, BusAnswerMs,
              [then](const QDBusPendingReply<QString> &owner) { then(owner.isError() ? QString() : owner.value()); });
}

void recognise(const QString &address, std::size_t row, QObject *context, const Promise<SecretServiceOwner> &promise)
{
    if (row == knownOwners.size())
        return promise.complete(SecretServiceOwner{true, {}, false});
    const KnownOwner &known = knownOwners.at(row);
    findOwnerOf(known.busName, context, [=](const QString &owner) {
        if (owner == address)
            promise.complete(SecretServiceOwner{true, known.name, known.neverAsksPerEntry});
        else
            recognise(address, row + 1, context, promise);
    });
}

} // namespace

Pending<SecretServiceOwner> findSecretServiceOwner(QObject *context)
{
    Promise<SecretServiceOwner> promise;
    findOwnerOf(secretServiceName, context, [context, promise](const QString &address) {
        if (!address.isEmpty())
            return recognise(address, 0, context, promise);
        callOnBus(context, busMethod(u"StartServiceByName"_s), {QString(secretServiceName), 0U}, BusAnswerMs,
                  [context, promise](const QDBusPendingCall &started) {
                      if (started.isError())
                          return promise.complete(SecretServiceOwner());
                      findOwnerOf(secretServiceName, context, [context, promise](const QString &startedOne) {
                          if (startedOne.isEmpty())
                              promise.complete(SecretServiceOwner());
                          else
                              recognise(startedOne, 0, context, promise);
                      });
                  });
    });
    return promise.pending();
}

} // namespace lanyard
