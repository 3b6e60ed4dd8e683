#include "core/http/proxyroute.h"

#include "core/http/proxyknock.h"
#include "core/http/proxypolicy.h"

#include <QPointer>

namespace lanyard {

namespace {

// Somebody who waits while the proxy is being queried. Whoever still waits when the client ends is cancelled.
struct Waiting : QObject
{
    using QObject::QObject;
    Promise<Done> promise;
};

} // namespace

ProxyRoute::ProxyRoute(const Origin &origin, const ProxySettings &settings, int connectMs, QObject *parent)
    : QObject(parent), m_origin(origin), m_settings(settings), m_connectMs(connectMs)
{
}

Pending<Done> ProxyRoute::query()
{
    const ProxyKnock *asked = knock();
    auto *waiting = new Waiting(this);
    auto pending = waiting->promise.pending();
    waiting->promise.onCancel([waiting = QPointer(waiting)] { delete waiting; });
    connect(asked, &ProxyKnock::ended, waiting, [asked, waiting] {
        const Promise<Done> promise = waiting->promise;
        waiting->deleteLater();
        promise.complete(asked->error() ? Result<Done>(*asked->error()) : Result<Done>(Done{}));
    });
    return pending;
}

ProxyKnock *ProxyRoute::knock()
{
    if (m_knock)
        return m_knock;
    const QNetworkProxy proxy =
        ProxyPolicy(m_origin, m_settings).queryProxy(QNetworkProxyQuery(m_origin.url({}))).value(0);
    m_knock = new ProxyKnock(proxy, m_origin, m_connectMs, this);
    connect(m_knock, &ProxyKnock::ended, m_knock, &QObject::deleteLater);
    connect(m_knock, &ProxyKnock::ended, this, [this] {
        m_authorization = m_knock->authorization();
        m_knock = nullptr;
    });
    return m_knock;
}

void ProxyRoute::forget()
{
    m_authorization = {};
    // Who waits for an earlier query receives its result.
    if (m_knock)
        m_knock->disconnect(this);
    m_knock = nullptr;
}

} // namespace lanyard

#include "moc_proxyroute.cpp"
