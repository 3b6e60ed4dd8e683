#include "core/http/httpclient.h"

#include "core/http/connectionahead.h"
#include "core/http/httpcall.h"
#include "core/http/oneshotdevice.h"
#include "core/http/origincookies.h"
#include "core/http/proxypolicy.h"
#include "core/http/proxyroute.h"
#include "core/http/servicerequest.h"
#include "core/http/truststore.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

HttpClient::HttpClient(const Origin &origin, const TrustStore &trust, PlainHttp plainHttp, HttpLimits limits,
                       const ProxySettings &proxies, QObject *parent)
    : QObject(parent), m_origin(origin), m_trust(trust), m_settings(proxies), m_plainHttp(plainHttp), m_limits(limits),
      m_cookies(new OriginCookies(origin, this)), m_route(new ProxyRoute(origin, proxies, limits.connectMs, this)),
      m_trustRevision(trust.revision()), m_proxyRevision(proxies.revision())
{
    renewConnections();
}

HttpClient::~HttpClient()
{
    // Calls must end before the manager that owns their replies.
    const auto calls = findChildren<HttpCall *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(calls);
    delete m_ahead;
    qDeleteAll(m_retired);
    delete m_manager;
}

bool HttpClient::hasCalls() const
{
    return !findChildren<HttpCall *>(QString(), Qt::FindDirectChildrenOnly).isEmpty();
}

// A certificate is checked when a connection is made and never again: connections made under other trust settings carry
// no further request.
std::optional<Error> HttpClient::refreshTlsConfiguration()
{
    if (m_trustRevision != m_trust.revision()) {
        m_trustRevision = m_trust.revision();
        m_tls.reset();
        m_failedAhead = false;
        renewConnections();
    }
    if (m_tls || !m_origin.isEncrypted())
        return std::nullopt;
    const auto authorities = m_trust.caCertificates();
    if (!authorities)
        return authorities.error();
    m_tls = tlsConfiguration(authorities.value());
    return std::nullopt;
}

// Connections through an earlier proxy, and what was learnt from it, are not used again.
void HttpClient::followProxies()
{
    if (m_proxyRevision == m_settings.revision())
        return;
    m_proxyRevision = m_settings.revision();
    m_route->forget();
    m_failedAhead = false;
    renewConnections();
}

Pending<ServiceAnswer> HttpClient::get(QLatin1StringView path, const Credential &credential, Over over)
{
    if (const auto error = refusal(credential))
        return completed<ServiceAnswer>(*error);
    const bool isNew = m_ahead || (m_isUnused && !wasIdle(m_limits.keptMs));
    if (over == Over::NewConnection && !isNew)
        renewConnections();
    QNetworkRequest request = serviceRequest(m_origin, path, credential, 0, m_tls);
    request.setRawHeader(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-cache"));
    // With a body, though an empty one, because Qt resends a GET without a body up to three times by itself if the
    // connection is lost. How often a call is sent is decided in one place: retryDelay().
    HttpCall::Request call;
    call.send = [this, request](auto *body) {
        return m_manager->sendCustomRequest(request, QByteArrayLiteral("GET"), body);
    };
    return start(std::move(call), m_limits);
}

Pending<ServiceAnswer> HttpClient::post(QLatin1StringView path, const QJsonObject &body, const Credential &credential,
                                        Patience patience, Over over)
{
    QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const Secret bytes{QByteArrayView(json)};
    wipe(json);
    return postBytes(path, bytes, credential, patience, over);
}

Pending<ServiceAnswer> HttpClient::postBytes(QLatin1StringView path, const Secret &body, const Credential &credential,
                                             Patience patience, Over over)
{
    if (const auto error = refusal(credential))
        return completed<ServiceAnswer>(*error);
    // It is sent once: not over a connection that may no longer exist.
    if (!m_ahead && (wasIdle(m_limits.idleMs) || (over == Over::NewConnection && !m_isUnused)))
        renewConnections();
    QNetworkRequest request = serviceRequest(m_origin, path, credential, body.size(), m_tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    HttpCall::Request call;
    call.isPost = true;
    call.body = body;
    call.send = [this, request](auto *device) { return m_manager->post(request, device); };
    return start(std::move(call), patience == Patience::Long ? m_limits.patient() : m_limits);
}

Pending<ServiceAnswer> HttpClient::start(HttpCall::Request request, const HttpLimits &limits)
{
    if (m_ahead)
        return startAfterAhead(request, limits);
    m_isUnused = false;
    request.trustRevision = m_trustRevision;
    request.isKnownService = m_isKnownService;
    request.renew = [this] { renewConnections(); };
    request.ended = [this](const RawAnswer &answer) {
        m_route->setOpen(answer.status != 0 && !answer.closesConnection);
        if (answer.status == 0)
            return;
        noteAlive();
    };
    // The proxy is queried again after a failure, which may be its own, and whenever a new connection may be made.
    const bool isOpen = !usesHttpProxy() || (m_route->isOpen() && !wasIdle(m_limits.idleMs));
    return isOpen ? callOverOpen(std::move(request), limits) : callAfterQuery(request, limits);
}

bool HttpClient::usesHttpProxy() const
{
    const QNetworkProxy proxy = m_proxies->queryProxy(QNetworkProxyQuery(m_origin.url({}))).value(0);
    return proxy.type() == QNetworkProxy::HttpProxy;
}

// If Qt has to make a connection through a proxy though another was open, the call has not been sent, and is made after
// the query.
Pending<ServiceAnswer> HttpClient::callOverOpen(HttpCall::Request request, const HttpLimits &limits)
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
        const auto second = callAfterQuery(again, limits);
        promise.onCancel([second] { second.cancel(); });
        second.then(this, [promise](Result<ServiceAnswer> result) { promise.complete(std::move(result)); });
    });
    return promise.pending();
}

Pending<ServiceAnswer> HttpClient::callAfterQuery(const HttpCall::Request &request, const HttpLimits &limits)
{
    return m_route->query().andThen<ServiceAnswer>(this, [=, this](Done) {
        m_proxies->setAuthorization(m_route->authorization());
        if (m_trust.revision() != request.trustRevision) // the request was made under other trust settings
            return completed<ServiceAnswer>(Error{});
        return call(request, limits);
    });
}

Pending<ServiceAnswer> HttpClient::call(HttpCall::Request request, const HttpLimits &limits)
{
    return (new HttpCall(std::move(request), m_origin, m_trust, *m_proxies, limits, this))->pending();
}

std::optional<Error> HttpClient::refusal(const Credential &credential)
{
    Error error;
    error.subject = m_origin.text();
    if (!m_origin.isEncrypted() && !m_origin.isLoopback() && m_plainHttp == PlainHttp::Refuse) {
        error.kind = Error::Kind::PlainHttpRefused;
        return error;
    }
    if (!credential.isEmpty() && !(credential.origin() == m_origin)) {
        error.kind = Error::Kind::UnusableCredential;
        return error;
    }
    followProxies();
    if (auto unsupported = m_proxies->refusal())
        return unsupported;
    return refreshTlsConfiguration();
}

} // namespace lanyard

#include "moc_httpclient.cpp"
