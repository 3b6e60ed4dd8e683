#pragma once

#include "core/base/pending.h"
#include "core/http/classify.h"
#include "core/http/credential.h"
#include "core/http/httpcall.h"
#include "core/http/httplimits.h"
#include "core/http/origin.h"
#include "core/http/proxysettings.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QSslConfiguration>

#include <optional>

class QNetworkAccessManager;
class QNetworkRequest;

namespace lanyard {

class OriginCookies;
class ProxyKnock;
class ProxyPolicy;
class TrustStore;

/// Sends requests to one origin and turns every answer into a checked JSON envelope or an Error (see classify()).
///
/// One client serves one origin, and keeps its cookies. When what is trusted, or the proxy, changes, the next request
/// goes over a new connection; so does a POST after a time without any answer. What every request has in common, and
/// why, is in request().
class HttpClient : public QObject
{
    Q_OBJECT

public:
    enum class PlainHttp { Refuse, Allow };
    /// How long a POST is waited for: see HttpLimits::patient().
    enum class Patience { Usual, Long };

    /// Over which connection a read goes. What stands in a connection that was open already may have been sent before
    /// the request was, by a gateway that has lost count: HTTP/1.1 takes it for the answer.
    enum class Over { AnyConnection, NewConnection };

    /// @p trust and @p proxies must outlive the client. Plain http to another computer is refused unless the person
    /// said yes to it.
    HttpClient(const Origin &origin, const TrustStore &trust, PlainHttp plainHttp = PlainHttp::Refuse,
               HttpLimits limits = {}, const ProxySettings &proxies = ProxySettings::ofSystem(),
               QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] const Origin &origin() const { return m_origin; }

    /// @p credential may be empty: the request then carries none. One of another origin is refused unsent. A read that
    /// is lost on its way is sent again, at most twice (see retryDelay()).
    [[nodiscard]] Pending<ServiceAnswer> get(QLatin1StringView path, const Credential &credential,
                                             Over over = Over::AnyConnection);
    /// Sends the body once and never again. After it was sent and not answered: OutcomeUnknown.
    [[nodiscard]] Pending<ServiceAnswer> post(QLatin1StringView path, const QJsonObject &body,
                                              const Credential &credential, Patience patience = Patience::Usual);
    /// The same with the body as it goes over the wire: JSON.
    [[nodiscard]] Pending<ServiceAnswer> postBytes(QLatin1StringView path, const Secret &body,
                                                   const Credential &credential, Patience patience = Patience::Usual);

    /// The computer's clock, which can be set.
    void setClock(std::function<QDateTime()> now) { m_now = std::move(now); }

private:
    [[nodiscard]] Pending<ServiceAnswer> start(HttpCall::Request request, const HttpLimits &limits);
    [[nodiscard]] Pending<ServiceAnswer> call(HttpCall::Request request, const HttpLimits &limits);
    [[nodiscard]] bool mustKnock() const;
    [[nodiscard]] ProxyKnock *knock();
    [[nodiscard]] bool wasIdle() const;
    [[nodiscard]] bool hasCalls() const;
    [[nodiscard]] QNetworkRequest request(QLatin1StringView path, const Credential &credential,
                                          qsizetype bodySize) const;
    [[nodiscard]] std::optional<Error> refusal(const Credential &credential);
    [[nodiscard]] std::optional<Error> refreshTlsConfiguration();
    void followProxies();
    void renewConnections();

    Origin m_origin;
    const TrustStore &m_trust;
    const ProxySettings &m_settings; // of the proxies
    PlainHttp m_plainHttp;
    HttpLimits m_limits;
    QNetworkAccessManager *m_manager = nullptr;
    ProxyPolicy *m_proxies = nullptr;         // the manager's
    QList<QNetworkAccessManager *> m_retired; // on which calls may still end
    OriginCookies *m_cookies;
    std::function<QDateTime()> m_now = &QDateTime::currentDateTimeUtc;
    QElapsedTimer m_sinceAnswer;            // stands still while the computer sleeps
    QDateTime m_lastAnswer;                 // does not
    std::optional<QSslConfiguration> m_tls; // as the trust of that revision wants it; not made yet, or not to be made
    ProxyKnock *m_knock = nullptr;          // while it asks the proxy
    bool m_proxyIsKnown = false;            // it has been asked, and answers have come through it since
    bool m_proxyAsks = false;               // for a sign-in
    Secret m_proxyAuthorization;
    quint64 m_trustRevision;
    quint64 m_proxyRevision;
};

} // namespace lanyard
