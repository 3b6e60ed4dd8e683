#pragma once

#include "core/base/error.h"
#include "core/http/origin.h"
#include "core/http/proxysettings.h"

#include <QNetworkProxyFactory>

namespace lanyard {

/// Which proxy requests to one origin use: for https the one in the settings, or else the environment's or the
/// system's; none for anything else. A proxy can read unencrypted traffic, tokens included, and is never used for this
/// computer itself.
class ProxyPolicy : public QNetworkProxyFactory
{
public:
    /// @p settings must outlive it.
    explicit ProxyPolicy(const Origin &origin, const ProxySettings &settings = ProxySettings::ofSystem())
        : m_origin(origin), m_settings(settings), m_direct(!origin.isEncrypted() || origin.isLoopback())
    {
    }

    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// Why no request can be sent: the environment names an unsupported kind of proxy.
    [[nodiscard]] std::optional<Error> refusal() const;

    /// Sends @p authorization to the HTTP proxy with each request for a tunnel, instead of a user name and a password.
    void setAuthorization(const Secret &authorization) { m_authorization = authorization; }

    /// "host:port" of the proxy that was last returned; empty if there was none.
    [[nodiscard]] const QString &proxyText() const { return m_proxyText; }
    /// It has let a request through.
    void tellLetThrough() const { m_settings.tellLetThrough(m_proxyText); }
    /// The user name it was given; empty if none.
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
