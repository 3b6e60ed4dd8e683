#pragma once

#include "core/http/origin.h"

#include <QNetworkProxyFactory>

namespace lanyard {

/// Which proxy the requests to one origin take: the environment's or the system's for https, none for anything else. A
/// proxy reads what is not encrypted, tokens included, and has no business with this computer itself.
class ProxyPolicy : public QNetworkProxyFactory
{
public:
    explicit ProxyPolicy(const Origin &origin)
        : m_origin(origin), m_direct(!origin.isEncrypted() || origin.isLoopback())
    {
    }

    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// "host:port" of the proxy that was told last; empty when there was none.
    [[nodiscard]] const QString &proxyText() const { return m_proxyText; }

private:
    Origin m_origin;
    bool m_direct;
    QString m_proxyText;
};

} // namespace lanyard
