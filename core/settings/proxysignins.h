#pragma once

#include "core/base/pending.h"
#include "core/http/proxysettings.h"

#include <QObject>
#include <QSet>

namespace lanyard {

class SecretStore;

/// The names and passwords that proxies ask for: in use until the program ends, and kept in the keychain if the user
/// wants that. Each is for one proxy ("host:port") and goes to no other.
class ProxySignIns : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ProxySignIns(SecretStore &store, ProxySettings &settings, QObject *parent = nullptr);

    /// The proxy asks: uses what the keychain holds for it. False when there is nothing that could be used, or when it
    /// was used already and refused: the keychain is read once for each proxy.
    [[nodiscard]] Pending<bool> useKept(const QString &proxy);
    /// Uses it from the next request on, and keeps it if @p keep; else what was kept is removed. An error is the
    /// keychain's: it is used all the same.
    [[nodiscard]] Pending<Done> use(const QString &proxy, const ProxySignIn &signIn, bool keep);
    [[nodiscard]] QString storeName() const;

private:
    SecretStore &m_store;
    ProxySettings &m_settings;
    QSet<QString> m_read; // those that the keychain was asked for
    QSet<QString> m_kept; // those that it holds, as far as is known
};

} // namespace lanyard
