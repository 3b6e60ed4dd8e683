#pragma once

#include "core/base/pending.h"
#include "core/http/proxysettings.h"

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

    /// The proxy asks for a sign-in: uses the one in the keychain. False if there is none that could be used, or if it
    /// was used already and refused: the keychain is read once per proxy.
    [[nodiscard]] Pending<bool> useKept(const QString &proxy);
    /// Uses it from the next request on, and saves it if @p keep; otherwise a saved one is removed. An error is the
    /// keychain's: the sign-in is used nevertheless.
    [[nodiscard]] Pending<Done> use(const QString &proxy, const ProxySignIn &signIn, bool keep);
    [[nodiscard]] QString storeName() const;

private:
    SecretStore &m_store;
    ProxySettings &m_settings;
    QSet<QString> m_read; // proxies whose entries have been read
    QSet<QString> m_kept; // proxies with an entry, as far as is known
};

} // namespace lanyard
