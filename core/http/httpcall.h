#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"
#include "core/http/classify.h"
#include "core/http/httplimits.h"
#include "core/http/origin.h"

#include <QByteArrayList>
#include <QSslError>
#include <QTimer>

#include <functional>

class QNetworkReply;

namespace lanyard {

class OneShotDevice;
class ProxyPolicy;
class TrustStore;

/// One call in progress: sends its request (a read possibly again, see retryDelay()), reads the response within the
/// limits, checks the certificate, and completes exactly once. Deletes itself afterwards; if deleted earlier, it aborts
/// the request and completes as cancelled.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        bool isPost = false;
        bool isKnownService = false;     ///< see Error
        bool usesOpenConnection = false; ///< ends as soon as a new connection would have to be made for it
        quint64 trustRevision = 0;       ///< of TrustStore: the trust settings that it was made under
        Secret body;                     ///< empty for a read
        std::function<QNetworkReply *(OneShotDevice *)> send; ///< starts one attempt; we own the reply
        std::function<void()> renew;                          ///< what is sent from now on uses new connections
        std::function<void(const RawAnswer &)> ended;         ///< an attempt has ended
    };

    HttpCall(Request request, const Origin &origin, const TrustStore &trust, const ProxyPolicy &proxies,
             const HttpLimits &limits, QObject *parent);
    ~HttpCall() override;

    [[nodiscard]] Pending<ServiceAnswer> pending() const { return m_promise.pending(); }
    /// Whether a large response is complete and is being parsed on another thread.
    [[nodiscard]] bool isReading() const { return m_isReading; }

private:
    void begin();
    [[nodiscard]] bool mayBeginAgain() const;
    void giveUp();
    void stop(RawAnswer::Stop reason);
    [[nodiscard]] bool wasSent() const;
    void noteConnecting();
    void noteActivity();
    void noteAnswer();
    void beginOnNewConnection();
    void readMore();
    void take();
    void checkCertificate();
    void decideOnErrors(const QList<QSslError> &errors);
    void endTry();
    void finish(const RawAnswer &answer);
    void complete(Result<ServiceAnswer> outcome);
    [[nodiscard]] RawAnswer rawAnswer() const;

    Request m_request;
    Origin m_origin;
    const TrustStore &m_trust;
    const ProxyPolicy &m_proxies;
    HttpLimits m_limits;
    OneShotDevice *m_body = nullptr;  // of this attempt
    QNetworkReply *m_reply = nullptr; // of this attempt
    int m_tries = 0;
    bool m_isOnItsWay = false;
    QTimer m_deadline; // for the whole call
    QTimer m_step;     // until connected, then until the next activity
    QTimer m_pause;    // until the next attempt
    QTimer m_stale;    // until a connection that was already open is considered dead
    bool m_wasRenewed = false;
    QByteArrayList m_pieces; // of the response body
    bool m_isReading = false;
    qint64 m_received = 0; // bytes in them
    RawAnswer::Stop m_stop = RawAnswer::Stop::None;
    std::optional<CertificateFacts> m_certificate;
    Promise<ServiceAnswer> m_promise;
};

} // namespace lanyard
