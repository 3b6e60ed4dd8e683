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

namespace lanyard {

class ConnectionAhead;
class OriginCookies;
class ProxyRoute;
class ProxyPolicy;
class TrustStore;

/// Sends requests to one origin and turns every response into a validated JSON envelope or an Error (see classify()).
///
/// One client serves one origin, and keeps its cookies. When the trust settings or the proxy change, the next request
/// uses a new connection; so does a POST after an idle period. What all requests have in common, and why, is in
/// serviceRequest().
class HttpClient : public QObject
{
    Q_OBJECT

public:
    enum class PlainHttp { Refuse, Allow };
    /// How long to wait for the response to a POST: see HttpLimits::patient().
    enum class Patience { Usual, Long };

    /// Which connection a call uses. On one that has carried another call, a gateway whose responses are out of step
    /// may have sent data before the request was made: HTTP/1.1 takes it for the response.
    enum class Over { AnyConnection, NewConnection };

    /// @p trust and @p proxies must outlive the client. Plain http to another computer is refused unless the user
    /// agreed to it.
    HttpClient(const Origin &origin, const TrustStore &trust, PlainHttp plainHttp = PlainHttp::Refuse,
               HttpLimits limits = {}, const ProxySettings &proxies = ProxySettings::ofSystem(),
               QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] const Origin &origin() const { return m_origin; }

    /// The account service has answered here. From now on, no error tells the user to look at its address.
    void setKnownService() { m_isKnownService = true; }
    [[nodiscard]] bool isKnownService() const { return m_isKnownService; }

    /// What the next call is expected to be.
    enum class First { Read, Post };
    /// Opens a connection for it, so that it need not wait for one, unless such a one is there. Nothing is sent over it
    /// yet. If it fails, nobody is told, and it is not tried again under the same settings. None is opened while calls
    /// run, or through an HTTP proxy, which would have to be asked first.
    void connectAhead(First first);

    /// @p credential may be empty: the request then carries none. One for another origin is refused without being sent.
    /// A read that is lost in transit is sent again, at most twice (see retryDelay()).
    [[nodiscard]] Pending<ServiceAnswer> get(QLatin1StringView path, const Credential &credential,
                                             Over over = Over::AnyConnection);
    /// Sends the body once and never again. Sent but without a response: OutcomeUnknown.
    [[nodiscard]] Pending<ServiceAnswer> post(QLatin1StringView path, const QJsonObject &body,
                                              const Credential &credential, Patience patience = Patience::Usual,
                                              Over over = Over::AnyConnection);
    /// The same with the body exactly as it is sent: JSON.
    [[nodiscard]] Pending<ServiceAnswer> postBytes(QLatin1StringView path, const Secret &body,
                                                   const Credential &credential, Patience patience = Patience::Usual,
                                                   Over over = Over::AnyConnection);

    /// Replaces the system's wall clock.
    void setClock(std::function<QDateTime()> now) { m_now = std::move(now); }

private:
    [[nodiscard]] Pending<ServiceAnswer> start(HttpCall::Request request, const HttpLimits &limits);
    [[nodiscard]] Pending<ServiceAnswer> startAfterAhead(const HttpCall::Request &request, const HttpLimits &limits);
    [[nodiscard]] Pending<ServiceAnswer> call(HttpCall::Request request, const HttpLimits &limits);
    [[nodiscard]] Pending<ServiceAnswer> callOverOpen(HttpCall::Request request, const HttpLimits &limits);
    [[nodiscard]] Pending<ServiceAnswer> callAfterQuery(const HttpCall::Request &request, const HttpLimits &limits);
    [[nodiscard]] bool usesHttpProxy() const;
    [[nodiscard]] bool wasIdle(int longerThanMs) const;
    void noteAlive();
    void endAhead(bool isOpen);
    [[nodiscard]] bool hasCalls() const;
    [[nodiscard]] std::optional<Error> refusal(const Credential &credential);
    [[nodiscard]] std::optional<Error> refreshTlsConfiguration();
    void followProxies();
    void renewConnections();

    Origin m_origin;
    const TrustStore &m_trust;
    const ProxySettings &m_settings; // proxy settings
    PlainHttp m_plainHttp;
    HttpLimits m_limits;
    QNetworkAccessManager *m_manager = nullptr;
    ProxyPolicy *m_proxies = nullptr;         // owned by the manager
    QList<QNetworkAccessManager *> m_retired; // calls may still be running on these
    OriginCookies *m_cookies;
    bool m_isKnownService = false;
    std::function<QDateTime()> m_now = &QDateTime::currentDateTimeUtc;
    QElapsedTimer m_sinceAlive;         // since an answer, or the connection was made; stops during suspend
    QDateTime m_lastAlive;              // does not stop
    ConnectionAhead *m_ahead = nullptr; // while it connects
    bool m_isUnused = false;            // the connection that was opened ahead
    bool m_failedAhead = false;
    std::optional<QSslConfiguration> m_tls; // for that trust revision; unset until built, or if it cannot be built
    ProxyRoute *m_route;                    // used while it leads through an HTTP proxy
    quint64 m_trustRevision;
    quint64 m_proxyRevision;
};

} // namespace lanyard
