#include "core/http/httpcall.h"

#include "core/http/certificate.h"
#include "core/http/oneshotdevice.h"
#include "core/http/truststore.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace lanyard {

namespace {

// How much Qt may hold for us at once: what exceeds the size limit is then never received.
constexpr qint64 ReadBufferBytes = 256 * 1024;

} // namespace

HttpCall::HttpCall(QNetworkReply *reply, OneShotDevice *body, const Origin &origin, const TrustStore &trust,
                   const HttpLimits &limits, QObject *parent)
    : QObject(parent), m_reply(reply), m_body(body), m_origin(origin), m_trust(trust), m_limits(limits)
{
    if (m_body)
        m_body->setParent(this);
    m_reply->setReadBufferSize(ReadBufferBytes);
    m_deadline.setSingleShot(true);
    m_deadline.start(limits.deadlineMs);
    m_promise.onCancel([call = QPointer(this)] {
        if (call)
            call->stop(RawAnswer::Stop::ByUser);
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(RawAnswer::Stop::Deadline); });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::readMore);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpCall::checkCertificate);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpCall::decideOnErrors);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::finish);
}

HttpCall::~HttpCall()
{
    // The reply is ended before the body it may still be reading from.
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    delete m_reply;
}

void HttpCall::stop(RawAnswer::Stop reason)
{
    if (m_stop != RawAnswer::Stop::None)
        return;
    m_stop = reason;
    m_reply->abort(); // emits finished()
}

void HttpCall::readMore()
{
    m_received += m_reply->readAll();
    if (m_received.size() > m_limits.bodyBytes)
        stop(RawAnswer::Stop::Size);
}

// Emitted after the handshake and before the request is written: a pinned origin must show exactly its certificate,
// also when the system would trust another one, and any other one without the faults that Qt does not see.
void HttpCall::checkCertificate()
{
    const QByteArray pin = m_trust.pin(m_origin);
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (pin.isEmpty() ? certificateFaults(certificate, m_origin.host()).isEmpty()
                      : certificateSha256(certificate) == pin)
        return;
    m_certificate = certificateFacts(certificate, m_origin.host(), {});
    m_certificate->expectedSha256 = pin;
    stop(RawAnswer::Stop::Certificate);
}

// Never asks from in here: a question would run a nested event loop inside Qt's handshake. The call ends, the person is
// asked, and a yes makes a new call.
void HttpCall::decideOnErrors(const QList<QSslError> &errors)
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    const QByteArray pin = m_trust.pin(m_origin);
    if (!pin.isEmpty() && certificateSha256(certificate) == pin) {
        m_reply->ignoreSslErrors(errors);
        return;
    }
    m_certificate = certificateFacts(certificate, m_origin.host(), errors);
    m_certificate->expectedSha256 = pin;
    stop(RawAnswer::Stop::Certificate);
}

void HttpCall::finish()
{
    m_deadline.stop();
    if (m_stop == RawAnswer::Stop::None && m_reply->isReadable())
        m_received += m_reply->readAll();
    if (m_stop == RawAnswer::Stop::None && m_received.size() > m_limits.bodyBytes)
        m_stop = RawAnswer::Stop::Size;
    m_promise.complete(classify(rawAnswer()));
    deleteLater();
}

RawAnswer HttpCall::rawAnswer() const
{
    RawAnswer answer;
    answer.stop = m_stop;
    answer.isPost = m_body != nullptr;
    answer.wasSent = m_body && m_body->wasRead();
    answer.networkError = m_reply->error();
    if (answer.networkError != QNetworkReply::NoError)
        answer.networkText = m_reply->errorString();
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = m_reply->rawHeader(QByteArrayLiteral("Content-Type"));
    answer.retryAfter = m_reply->rawHeader(QByteArrayLiteral("Retry-After"));
    // From the header itself: Qt's own attribute is empty for 300 and 305.
    const QUrl target = QUrl::fromEncoded(m_reply->rawHeader(QByteArrayLiteral("Location")));
    if (!target.isEmpty())
        answer.location = m_reply->url().resolved(target).toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo |
                                                                   QUrl::RemoveQuery | QUrl::RemoveFragment);
    answer.origin = m_origin.text();
    answer.body = m_received;
    answer.certificate = m_certificate;
    return answer;
}

} // namespace lanyard
