#include "core/http/proxypolicy.h"

#include "core/http/proxyrules.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString nameOf(const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::NoProxy ? QString() : proxy.hostName() + u':' + QString::number(proxy.port());
}

} // namespace

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
    if (!named) // refusal() prevents any request from getting here
        return {QNetworkProxy(QNetworkProxy::HttpProxy)};
    return named.value() ? QList<QNetworkProxy>{*named.value()} : systemProxyForQuery(query);
}

std::optional<Error> ProxyPolicy::refusal() const
{
    if (m_direct || m_settings.choice().way != ProxyChoice::Way::System)
        return std::nullopt;
    const auto named = proxyFor(m_origin, QProcessEnvironment::systemEnvironment());
    return named ? std::nullopt : std::optional(named.error());
}

// Credentials entered for this proxy take precedence over those in the environment's address.
void ProxyPolicy::signIn(QNetworkProxy &proxy) const
{
    const QString name = nameOf(proxy);
    const auto signIn = name.isEmpty() ? std::nullopt : m_settings.signIn(name);
    if (!signIn)
        return;
    proxy.setUser(signIn->userName);
    proxy.setPassword(signIn->password.exposeText());
}

QList<QNetworkProxy> ProxyPolicy::queryProxy(const QNetworkProxyQuery &query)
{
    QList<QNetworkProxy> proxies = proxiesFor(query);
    for (QNetworkProxy &proxy : proxies)
        signIn(proxy);
    m_proxyText = nameOf(proxies.value(0));
    m_proxyUser = proxies.value(0).user();
    if (!m_authorization.isEmpty() && proxies.value(0).type() == QNetworkProxy::HttpProxy) {
        proxies.first().setUser({});
        proxies.first().setPassword({});
        proxies.first().setRawHeader(QByteArrayLiteral("Proxy-Authorization"), m_authorization.expose().toByteArray());
    }
    return proxies;
}

} // namespace lanyard
