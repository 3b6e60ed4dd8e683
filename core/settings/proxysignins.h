#pragma once

#include "core/base/pending.h"
#include "core/http/proxysettings.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace lanyard {

class SecretStore;

/// User names and passwords for proxies: in use until the program ends, and saved in the keychain if the user wants
/// that. Each is for one proxy ("host:port") and is sent to no other.
class ProxySignIns : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ProxySignIns(SecretStore &store, ProxySettings &settings, QObject *parent = nullptr);
    ~ProxySignIns() override;

    /// The proxy asks for a sign-in: uses the one in the keychain. False if there is none that could be used, or if it
    /// was used already and refused: the keychain is read once per proxy.
    [[nodiscard]] Pending<bool> useKept(const QString &proxy);
    /// Uses it from the next request on. If @p keep, it is saved once the proxy has let a request through: what it
    /// refuses is not. Otherwise a saved one is removed. An error is the keychain's: the sign-in is used nevertheless;
    /// or it is Cancelled: another one was entered before this was saved.
    [[nodiscard]] Pending<Done> use(const QString &proxy, const ProxySignIn &signIn, bool keep);
    [[nodiscard]] QString storeName() const;

private:
    struct Entered
    {
        ProxySignIn signIn;
        Promise<Done> kept;
    };
    void keepAccepted(const QString &proxy);

    SecretStore &m_store;
    ProxySettings &m_settings;
    QSet<QString> m_read;              // proxies whose entries have been read
    QHash<QString, Entered> m_entered; // to be saved when the proxy has accepted them
    QSet<QString> m_kept;              // proxies with an entry, as far as is known
};

} // namespace lanyard
