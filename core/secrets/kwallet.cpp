#include "core/secrets/kwallet.h"

#include "core/secrets/buscall.h"

#include <QDBusPendingReply>

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

const QString programName = u"Lanyard"_s; // as KWallet shows it to the user

BusMethod walletMethod(const QString &name)
{
    return {u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s, u"org.kde.KWallet"_s, name};
}

// Queries one wallet step by step: whether it is open, whether it exists at all, whether it has the entry.
class WalletLook : public std::enable_shared_from_this<WalletLook>
{
public:
    WalletLook(const QString &service, const QString &key, QObject *context, const Promise<KeyringLook> &promise)
        : m_service(service), m_key(key), m_context(context), m_promise(promise)
    {
    }

    void begin()
    {
        ask<QString>(u"networkWallet"_s, {}, [this](const QString &wallet) {
            m_wallet = wallet;
            ask<bool>(u"isOpen"_s, {wallet}, [this](bool isOpen) {
                if (isOpen)
                    lookIntoOpen();
                else
                    lookAtClosed();
            });
        });
    }

private:
    template<typename T>
    void ask(const QString &method, const QVariantList &arguments, const std::function<void(const T &)> &then)
    {
        callOnBus(m_context, walletMethod(method), arguments, BusAnswerMs,
                  [self = shared_from_this(), then](const QDBusPendingReply<T> &reply) {
                      if (reply.isError())
                          self->m_promise.complete(lookThatFailed(reply.error()));
                      else
                          then(reply.value());
                  });
    }

    // The handle is kept, as qtkeychain keeps its own: a wallet is closed with its last handle.
    void lookIntoOpen()
    {
        ask<int>(u"open"_s, {m_wallet, qlonglong(0), programName}, [this](int handle) {
            ask<bool>(u"hasEntry"_s, {handle, m_service, m_key, programName}, [this](bool holdsEntry) {
                m_promise.complete(KeyringLook{KeyringLook::State::Open, holdsEntry});
            });
        });
    }

    void lookAtClosed()
    {
        ask<QStringList>(u"wallets"_s, {}, [this](const QStringList &all) {
            if (!all.contains(m_wallet))
                return m_promise.complete(KeyringLook{KeyringLook::State::NotSetUp, false});
            // The names of its entries are stored, as hashes, beside the encrypted data.
            ask<bool>(u"keyDoesNotExist"_s, {m_wallet, m_service, m_key}, [this](bool isAbsent) {
                m_promise.complete(KeyringLook{KeyringLook::State::Locked, !isAbsent});
            });
        });
    }

    QString m_service;
    QString m_key;
    QObject *m_context;
    Promise<KeyringLook> m_promise;
    QString m_wallet;
};

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
    Promise<KeyringLook> promise;
    std::make_shared<WalletLook>(service, key, context, promise)->begin();
    return promise.pending();
}

Pending<Done> openWallet(QObject *context)
{
    Promise<Done> promise;
    callOnBus(context, walletMethod(u"networkWallet"_s), {}, BusAnswerMs,
              [context, promise](const QDBusPendingReply<QString> &wallet) {
                  if (wallet.isError())
                      return promise.complete(keychainErrorOf(wallet.error()));
                  callOnBus(context, walletMethod(u"open"_s), {wallet.value(), qlonglong(0), programName},
                            std::numeric_limits<int>::max(), [promise](const QDBusPendingReply<int> &handle) {
                                if (handle.isError())
                                    return promise.complete(keychainErrorOf(handle.error()));
                                promise.complete(handle.value() < 0
                                                     ? Result<Done>(errorOf(Error::Kind::KeychainRefused))
                                                     : Result<Done>(Done{}));
                            });
              });
    return promise.pending();
}

} // namespace lanyard
