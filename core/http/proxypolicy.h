#pragma once

#include "core/base/error.h"
#include "core/http/origin.h"
#include "core/http/proxysettings.h"

#include <QNetworkProxyFactory>

namespace lanyard {

/// Which proxy the requests to one origin take: for https the one that the settings name, or else the environment's or
/// the system's; none for anything else. A proxy reads what is not encrypted, tokens included, and has no business with
/// this computer itself.
class ProxyPolicy : public QNetworkProxyFactory
{
public:
    /// @p settings must outlive it.
    explicit ProxyPolicy(const Origin &origin, const ProxySettings &settings = ProxySettings::ofSystem())
        : m_origin(origin), m_settings(settings), m_direct(!origin.isEncrypted() || origin.isLoopback())
    {
    }

    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// Why no request can be sent: the environment names a kind of proxy that cannot be used.
    [[nodiscard]] std::optional<Error> refusal() const;

    /// Sends @p authorization to the HTTP proxy with each request for a tunnel, in place of a user name and a password.
    void setAuthorization(const Secret &authorization) { m_authorization = authorization; }

    /// "host:port" of the proxy that was told last; empty when there was none.
    [[nodiscard]] const QString &proxyText() const { return m_proxyText; }
    /// The user name that it was given; empty when it was given none.
    [[nodiscard]] const QString &proxyUser() const { return m_proxyUser; }

private:
    [[nodiscard]] QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery &query) const;
    void signIn(QNetworkProxy &proxy) const;

    Origin m_origin;
    const ProxySettings &m_settings;
    bool m_direct;
    QString m_proxyText;
    QString m_proxyUser;
    Secret m_authorization;
};

} // namespace lanyard
