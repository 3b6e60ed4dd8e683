#include "core/secrets/kwallet.h"

#include "core/secrets/buscall.h"

#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

const QString programName = u"Lanyard"_s; // as KWallet shows it to the user

BusMethod walletMethod(const QString &name)
{
    return {u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s, u"org.kde.KWallet"_s, name};
}

template<typename T>
Pending<QDBusPendingReply<T>> askWallet(QObject *context, const QString &method, const QVariantList &arguments,
                                        int timeoutMs = BusAnswerMs)
{
    return askOnBus<T>(context, walletMethod(method), arguments, timeoutMs);
}

struct Entry
{
    QString service;
    QString key;
};

// The handle is kept, as qtkeychain keeps its own: a wallet is closed with its last handle.
Pending<KeyringLook> lookIntoOpen(const QString &wallet, const Entry &entry, QObject *context)
{
    return askWallet<int>(context, u"open"_s, {wallet, qlonglong(0), programName})
        .andThen<QDBusPendingReply<bool>>(
            context,
            [=](const QDBusPendingReply<int> &handle) {
                return askWallet<bool>(context, u"hasEntry"_s, {handle.value(), entry.service, entry.key, programName});
            })
        .map<KeyringLook>(context, [](const QDBusPendingReply<bool> &holdsEntry) {
            return KeyringLook{KeyringLook::State::Open, holdsEntry.value()};
        });
}

// The names of its entries are stored, as hashes, beside the encrypted data.
Pending<KeyringLook> lookAtLocked(const QString &wallet, const Entry &entry, QObject *context)
{
    return askWallet<bool>(context, u"keyDoesNotExist"_s, {wallet, entry.service, entry.key})
        .map<KeyringLook>(context, [](const QDBusPendingReply<bool> &isAbsent) {
            return KeyringLook{KeyringLook::State::Locked, !isAbsent.value()};
        });
}

Pending<KeyringLook> lookAtClosed(const QString &wallet, const Entry &entry, QObject *context)
{
    return askWallet<QStringList>(context, u"wallets"_s, {})
        .andThen<KeyringLook>(context, [=](const QDBusPendingReply<QStringList> &all) {
            return all.value().contains(wallet)
                       ? lookAtLocked(wallet, entry, context)
                       : completed<KeyringLook>(KeyringLook{KeyringLook::State::NotSetUp, false});
        });
}

} // namespace

bool isPlasma5()
{
    if (qgetenv("KDE_SESSION_VERSION") != "5")
        return false;
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    if (desktop == "KDE")
        return true;
    const QByteArray session = qgetenv("DESKTOP_SESSION");
    if (desktop == "GNOME" || desktop == "Unity" || desktop == "XFCE" || session == "gnome")
        return false;
    if (session == "kde")
        return true;
    const bool isAnother = session == "kde4" || session.contains("xfce") || session == "xubuntu" ||
                           !qEnvironmentVariableIsEmpty("GNOME_DESKTOP_SESSION_ID");
    return !isAnother && !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
}

Pending<KeyringLook> lookAtWallet(const QString &service, const QString &key, QObject *context)
{
    const auto look = [context, entry = Entry{service, key}](const QDBusPendingReply<QString> &wallet) {
        return askWallet<bool>(context, u"isOpen"_s, {wallet.value()})
            .andThen<KeyringLook>(context, [=, name = wallet.value()](const QDBusPendingReply<bool> &isOpen) {
                return isOpen.value() ? lookIntoOpen(name, entry, context) : lookAtClosed(name, entry, context);
            });
    };
    return askWallet<QString>(context, u"networkWallet"_s, {})
        .andThen<KeyringLook>(context, look)
        .map<KeyringLook>(context, std::identity{}, lookThatFailed);
}

Pending<Done> openWallet(QObject *context)
{
    return askWallet<QString>(context, u"networkWallet"_s, {})
        .andThen<QDBusPendingReply<int>>(context,
                                         [context](const QDBusPendingReply<QString> &wallet) {
                                             return askWallet<int>(context, u"open"_s,
                                                                   {wallet.value(), qlonglong(0), programName},
                                                                   std::numeric_limits<int>::max());
                                         })
        .map<Done>(context, [](const QDBusPendingReply<int> &handle) -> Result<Done> {
            if (handle.value() < 0)
                return errorOf(Error::Kind::KeychainRefused);
            return Done{};
        });
}

} // namespace lanyard
