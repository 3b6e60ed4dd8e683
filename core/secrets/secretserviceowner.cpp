#include "core/secrets/secretserviceowner.h"

#include "core/secrets/buscall.h"
#include "core/secrets/keyringprompt.h"

#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QTimer>

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
    QLatin1StringView usualKeyring = "Default keyring"_L1;
};
constexpr auto usualWallet = "kdewallet"_L1; // KWallet::Wallet::LocalWallet()
constexpr std::array knownOwners{
    KnownOwner{"org.gnome.keyring"_L1, "GNOME Keyring"_L1, true},
    KnownOwner{"org.keepassxc.KeePassXC.MainWindow"_L1, "KeePassXC"_L1, false},
    KnownOwner{"org.kde.secretservicecompat"_L1, "KDE Wallet"_L1, false,
               usualWallet}, // ksecretd, KDE Frameworks 6.14 and later
    KnownOwner{"org.kde.kwalletd6"_L1, "KDE Wallet"_L1, false, usualWallet},
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
            promise.complete(SecretServiceOwner{true, known.name, known.neverAsksPerEntry, known.usualKeyring});
        else
            recognise(address, row + 1, context, promise);
    });
}

// By which a program may be started that provides the service: KWallet of Debian 13 (6.13) has a file for the bus under
// its own name only.
constexpr std::array startableNames{secretServiceName, "org.kde.secretservicecompat"_L1, "org.kde.kwalletd6"_L1};

// One that was started under another name takes that of the service a little later.
void waitForOwner(QObject *context, const std::function<void(const QString &)> &then)
{
    auto *watcher = new QDBusServiceWatcher(secretServiceName, QDBusConnection::sessionBus(),
                                            QDBusServiceWatcher::WatchForRegistration, context);
    const auto look = [watcher, context, then] {
        watcher->deleteLater();
        findOwnerOf(secretServiceName, context, then);
    };
    auto *deadline = new QTimer(watcher);
    deadline->setSingleShot(true);
    deadline->callOnTimeout(watcher, look);
    deadline->start(BusAnswerMs);
    QObject::connect(watcher, &QDBusServiceWatcher::serviceRegistered, watcher, look);
    findOwnerOf(secretServiceName, watcher, [look](const QString &address) {
        if (!address.isEmpty())
            look();
    });
}

void start(std::size_t row, QObject *context, const Promise<SecretServiceOwner> &promise)
{
    if (row == startableNames.size())
        return promise.complete(SecretServiceOwner());
    const QString name = startableNames.at(row);
    callOnBus(context, busMethod(u"StartServiceByName"_s), {name, 0U}, BusAnswerMs,
              [row, context, promise](const QDBusPendingCall &started) {
                  // One that only takes its time, or fails, is not replaced by another one.
                  if (started.error().type() == QDBusError::ServiceUnknown)
                      return start(row + 1, context, promise);
                  if (started.isError())
                      return promise.complete(SecretServiceOwner());
                  waitForOwner(context, [context, promise](const QString &address) {
                      if (address.isEmpty())
                          promise.complete(SecretServiceOwner());
                      else
                          recognise(address, 0, context, promise);
                  });
              });
}

} // namespace

Pending<SecretServiceOwner> findSecretServiceOwner(QObject *context)
{
    Promise<SecretServiceOwner> promise;
    findOwnerOf(secretServiceName, context, [context, promise](const QString &address) {
        if (address.isEmpty())
            start(0, context, promise);
        else
            recognise(address, 0, context, promise);
    });
    return promise.pending();
}

} // namespace lanyard
