// How a client of an account service calls through a proxy, which is queried before each new connection.
#include "core/http/httpclient.h"

#include "core/http/httpcall.h"
#include "core/http/proxyknock.h"
#include "core/http/proxypolicy.h"
#include "core/http/truststore.h"

#include <QPointer>

#include <memory>
#include <utility>

namespace lanyard {

namespace {

// A call that waits while the proxy is being queried. It ends with the client; calls still waiting then complete as
// cancelled.
struct WaitingCall : QObject
{
    using QObject::QObject;
    Promise<ServiceAnswer> promise;
};

} // namespace

// A proxy may begin to ask in the middle of a session: it is queried before each new connection. If Qt has to make one
// though another was open, the call has not been sent, and is made after the query.
Pending<ServiceAnswer> HttpClient::callWithoutKnock(HttpCall::Request request, const HttpLimits &limits)
{
    const HttpCall::Request again = request;
    const auto wasHeldUp = std::make_shared<bool>(false);
    request.usesOpenConnection = usesHttpProxy();
    request.ended = [ended = again.ended, wasHeldUp](const RawAnswer &answer) {
        ended(answer);
        *wasHeldUp = answer.stop == RawAnswer::Stop::ProxyUnasked && !answer.wasSent;
    };
    const Promise<ServiceAnswer> promise;
    const auto called = call(std::move(request), limits);
    promise.onCancel([called] { called.cancel(); });
    called.then(this, [=, this](Result<ServiceAnswer> answer) {
        if (answer || !*wasHeldUp)
            return promise.complete(std::move(answer));
        const auto second = callAfterKnock(again, limits);
        promise.onCancel([second] { second.cancel(); });
        second.then(this, [promise](Result<ServiceAnswer> result) { promise.complete(std::move(result)); });
    });
    return promise.pending();
}

Pending<ServiceAnswer> HttpClient::callAfterKnock(const HttpCall::Request &request, const HttpLimits &limits)
{
    auto *waiting = new WaitingCall(this);
    auto pending = waiting->promise.pending();
    waiting->promise.onCancel([waiting = QPointer(waiting)] { delete waiting; });
    const ProxyKnock *asked = knock();
    connect(asked, &ProxyKnock::ended, waiting, [=, this, revision = m_trust.revision()] {
        const Promise<ServiceAnswer> promise = waiting->promise;
        waiting->deleteLater();
        if (asked->error())
            return promise.complete(*asked->error());
        if (m_trust.revision() != revision) // the request was made under other trust settings
            return promise.complete(Error{});
        const auto called = call(request, limits);
        promise.onCancel([called] { called.cancel(); });
        called.then(this, [promise](Result<ServiceAnswer> answer) { promise.complete(std::move(answer)); });
    });
    return pending;
}

bool HttpClient::usesHttpProxy() const
{
    const QNetworkProxy proxy = m_proxies->queryProxy(QNetworkProxyQuery(m_origin.url({}))).value(0);
    return proxy.type() == QNetworkProxy::HttpProxy;
}

// Again after a failure, which may be the proxy's, and whenever a new connection may be made.
bool HttpClient::mustKnock() const
{
    return usesHttpProxy() && (!m_proxyIsKnown || wasIdle());
}

ProxyKnock *HttpClient::knock()
{
    if (m_knock)
        return m_knock;
    const QNetworkProxy proxy =
        ProxyPolicy(m_origin, m_settings).queryProxy(QNetworkProxyQuery(m_origin.url({}))).value(0);
    m_knock = new ProxyKnock(proxy, m_origin, m_limits.connectMs, this);
    connect(m_knock, &ProxyKnock::ended, m_knock, &QObject::deleteLater);
    connect(m_knock, &ProxyKnock::ended, this, [this] {
        m_proxyAuthorization = m_knock->authorization();
        m_proxies->setAuthorization(m_proxyAuthorization);
        m_knock = nullptr;
    });
    return m_knock;
}

} // namespace lanyard
