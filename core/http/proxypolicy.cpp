#include "core/http/proxypolicy.h"

#include "core/http/proxyrules.h"

using namespace Qt::StringLiterals;

namespace lanyard {

QList<QNetworkProxy> ProxyPolicy::queryProxy(const QNetworkProxyQuery &query)
{
    QList<QNetworkProxy> proxies{QNetworkProxy(QNetworkProxy::NoProxy)};
    if (!m_direct) {
        const auto named = proxyFor(m_origin, QProcessEnvironment::systemEnvironment());
        proxies = named ? QList<QNetworkProxy>{*named} : systemProxyForQuery(query);
    }
    const QNetworkProxy first = proxies.value(0);
    m_proxyText =
        first.type() == QNetworkProxy::NoProxy ? QString() : first.hostName() + u':' + QString::number(first.port());
    return proxies;
}

} // namespace lanyard
