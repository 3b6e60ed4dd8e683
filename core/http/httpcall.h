#pragma once

#include "core/base/pending.h"
#include "core/http/classify.h"
#include "core/http/httpclient.h"

#include <QSslError>
#include <QTimer>

class QNetworkReply;

namespace lanyard {

class OneShotDevice;
class TrustStore;

/// One request under way: reads its answer within the limits, watches its certificate, and completes exactly once.
/// Deletes itself afterwards; deleted earlier, it ends the request and completes as cancelled.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    /// Takes @p reply and, for a POST, @p body (null for a GET).
    HttpCall(QNetworkReply *reply, OneShotDevice *body, const Origin &origin, const TrustStore &trust,
             const HttpLimits &limits, QObject *parent);
    ~HttpCall() override;

    [[nodiscard]] Pending<ServiceAnswer> pending() const { return m_promise.pending(); }

private:
    void stop(RawAnswer::Stop reason);
    void readMore();
    void checkCertificate();
    void decideOnErrors(const QList<QSslError> &errors);
    void finish();
    [[nodiscard]] RawAnswer rawAnswer() const;

    QNetworkReply *m_reply;
    OneShotDevice *m_body;
    Origin m_origin;
    const TrustStore &m_trust;
    HttpLimits m_limits;
    QTimer m_deadline;
    QByteArray m_received;
    RawAnswer::Stop m_stop = RawAnswer::Stop::None;
    std::optional<CertificateFacts> m_certificate;
    Promise<ServiceAnswer> m_promise;
};

} // namespace lanyard
