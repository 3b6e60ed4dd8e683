#include "core/http/proxypolicy.h"

#include "core/http/proxyrules.h"

using namespace Qt::StringLiterals;

namespace lanyard {

QList<QNetworkProxy> ProxyPolicy::proxiesFor(const QNetworkProxyQuery &query) const
{
    const ProxyChoice &choice = m_settings.choice();
    if (m_direct || choice.way == ProxyChoice::Way::None)
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (choice.way == ProxyChoice::Way::Manual)
        return {QNetworkProxy(choice.kind == ProxyChoice::Kind::Http ? QNetworkProxy::HttpProxy
                                                                     : QNetworkProxy::Socks5Proxy,
                              choice.host, choice.port)};
    const auto named = proxyFor(m_origin, QProcessEnvironment::systemEnvironment());
    return named ? QList<QNetworkProxy>{*named} : systemProxyForQuery(query);
}

QList<QNetworkProxy> ProxyPolicy::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> proxies = proxiesFor(query);
    const QNetworkProxy first = proxies.value(0);
    m_proxyText =
        first.type() == QNetworkProxy::NoProxy ? QString() : first.hostName() + u':' + QString::number(first.port());
    return proxies;
}

} // namespace lanyard
