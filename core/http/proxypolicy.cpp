#include "core/http/proxypolicy.h"

using namespace Qt::StringLiterals;

namespace lanyard {

QList<QNetworkProxy> ProxyPolicy::queryProxy(const QNetworkProxyQuery &query)
{
    QList<QNetworkProxy> proxies{QNetworkProxy(QNetworkProxy::NoProxy)};
    if (!m_direct)
        proxies = systemProxyForQuery(query);
    for (QNetworkProxy &proxy : proxies) {
        // A password in http_proxy was not meant for this program; and no proxy's question is ever answered.
        proxy.setUser({});
        proxy.setPassword({});
    }
    const QNetworkProxy first = proxies.value(0);
    m_proxyText =
        first.type() == QNetworkProxy::NoProxy ? QString() : first.hostName() + u':' + QString::number(first.port());
    return proxies;
}

} // namespace lanyard
