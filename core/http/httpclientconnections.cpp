// Over which connection a call goes: one that is open, a new one, or one that was opened ahead.
#include "core/http/connectionahead.h"
#include "core/http/httpclient.h"
#include "core/http/origincookies.h"
#include "core/http/proxypolicy.h"
#include "core/http/proxyroute.h"
#include "core/http/servicerequest.h"
#include "core/http/truststore.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lanyard {

void HttpClient::renewConnections()
{
    m_route->setOpen(false);
    m_isUnused = false;
    delete std::exchange(m_ahead, nullptr);
    // Calls in progress end on the connections they started on.
    if (m_manager)
        m_retired.append(m_manager);
    if (!hasCalls())
        qDeleteAll(std::exchange(m_retired, {}));
    m_manager = new QNetworkAccessManager(this);
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_proxies = new ProxyPolicy(m_origin, m_settings);
    m_proxies->setAuthorization(m_route->authorization());
    m_manager->setProxyFactory(m_proxies); // takes ownership
    m_manager->setCookieJar(m_cookies);
    m_cookies->setParent(this); // the manager would otherwise destroy it too
}

// By both clocks: one stops during suspend, the other can be set.
bool HttpClient::wasIdle(int longerThanMs) const
{
    if (!m_sinceAlive.isValid())
        return false;
    const qint64 byDate = std::abs(m_lastAlive.msecsTo(m_now()));
    return std::max(m_sinceAlive.elapsed(), byDate) > longerThanMs;
}

void HttpClient::noteAlive()
{
    m_sinceAlive.start();
    m_lastAlive = m_now();
}

void HttpClient::connectAhead(First first)
{
    const auto isThere = [&] {
        return m_isUnused && !wasIdle(first == First::Post ? m_limits.idleMs : m_limits.keptMs);
    };
    if (m_ahead || hasCalls() || refusal({}) || usesHttpProxy() || m_failedAhead || isThere())
        return;
    renewConnections();
    m_ahead = new ConnectionAhead(*m_manager, serviceRequest(m_origin, {}, {}, 0, m_tls), m_origin, m_trust,
                                  m_limits.connectMs, this);
    connect(m_ahead, &ConnectionAhead::ended, this, &HttpClient::endAhead, Qt::QueuedConnection);
}

void HttpClient::endAhead(bool isOpen)
{
    delete std::exchange(m_ahead, nullptr);
    m_failedAhead = !isOpen;
    if (!isOpen)
        return renewConnections();
    m_isUnused = true;
    noteAlive();
}

// It waits no longer than for an answer over a connection that may be dead.
Pending<ServiceAnswer> HttpClient::startAfterAhead(const HttpCall::Request &request, const HttpLimits &limits)
{
    return m_ahead->wait(m_limits.staleMs).andThen<ServiceAnswer>(this, [=, this, revision = m_trustRevision](Done) {
        if (m_trust.revision() != revision) // the request was made under other trust settings
            return completed<ServiceAnswer>(Error{});
        return start(request, limits);
    });
}

} // namespace lanyard
