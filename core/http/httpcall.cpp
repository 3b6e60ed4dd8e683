#include "core/http/httpcall.h"

#include "core/base/log.h"
#include "core/http/certificate.h"
#include "core/http/gateway.h"
#include "core/http/oneshotdevice.h"
#include "core/http/proxypolicy.h"
#include "core/http/retry.h"
#include "core/http/truststore.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// How much Qt may buffer for us at once: anything beyond the size limit is then never received.
constexpr qint64 ReadBufferBytes = 64 * 1024;
// From this size on a response is parsed on another thread: a hundred milliseconds of parsing would visibly block the
// window.
constexpr qint64 LargeBodyBytes = 256 * 1024;

using Outcome = Result<ServiceAnswer>;

Outcome readAnswer(RawAnswer answer, const QByteArrayList &pieces)
{
    answer.body = pieces.join();
    return classify(answer);
}

} // namespace

HttpCall::HttpCall(Request request, const Origin &origin, const TrustStore &trust, const ProxyPolicy &proxies,
                   const HttpLimits &limits, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_origin(origin), m_trust(trust), m_proxies(proxies),
      m_limits(limits)
{
    for (QTimer *timer : {&m_deadline, &m_step, &m_pause, &m_stale})
        timer->setSingleShot(true);
    m_deadline.callOnTimeout(this, [this] { stop(RawAnswer::Stop::Deadline); });
    m_step.callOnTimeout(this, [this] { stop(wasSent() ? RawAnswer::Stop::Silence : RawAnswer::Stop::Connect); });
    m_stale.callOnTimeout(this, &HttpCall::beginOnNewConnection);
    m_pause.callOnTimeout(this, [this, revision = trust.revision()] {
        // Open connections were made under other trust settings: they carry no further attempt.
        if (m_trust.revision() == revision)
            begin();
        else
            finish(rawAnswer());
    });
    m_promise.onCancel([call = QPointer(this)] {
        if (call)
            call->stop(RawAnswer::Stop::ByUser);
    });
    m_deadline.start(limits.deadlineMs);
    begin();
}

HttpCall::~HttpCall()
{
    giveUp();
}

// Our own timers rather than Qt's transfer timeout, which cannot distinguish a connection that was never established
// from a response that never arrived.
void HttpCall::begin()
{
    giveUp();
    ++m_tries;
    m_pieces.clear();
    m_received = 0;
    m_body = new OneShotDevice(m_request.body, this);
    m_reply = m_request.send(m_body);
    m_reply->setReadBufferSize(ReadBufferBytes);
    // A POST is known to be sent when its body is read. For a read Qt reports only the TLS handshake: without TLS, or
    // on a connection that is already open, it counts as sent from the start.
    m_isOnItsWay = !m_request.isPost;
    m_step.start(m_isOnItsWay ? m_limits.inactivityMs : m_limits.connectMs);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, &HttpCall::noteConnecting);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &HttpCall::noteActivity);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpCall::noteAnswer);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::readMore);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpCall::checkCertificate);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpCall::decideOnErrors);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::endTry);
    // Unless Qt reports that it is connecting, the call uses a connection that was already open.
    if (!m_request.isPost && !m_wasRenewed)
        m_stale.start(m_limits.staleMs);
}

// Once only: a service that is slow, rather than gone, answers the second one in its own time.
void HttpCall::beginOnNewConnection()
{
    m_wasRenewed = true;
    m_request.renew();
    --m_tries;
    begin();
}

// The reply must end before the body that it may still be reading from.
void HttpCall::giveUp()
{
    if (m_reply) {
        m_reply->disconnect(this);
        if (m_reply->isRunning())
            m_reply->abort();
        delete std::exchange(m_reply, nullptr);
    }
    delete std::exchange(m_body, nullptr);
}

void HttpCall::stop(RawAnswer::Stop reason)
{
    if (m_stop != RawAnswer::Stop::None)
        return;
    m_stop = reason;
    if (m_reply->isFinished())
        finish(rawAnswer());
    else
        m_reply->abort(); // emits finished()
}

bool HttpCall::wasSent() const
{
    return m_isOnItsWay || m_body->wasRead();
}

void HttpCall::noteConnecting()
{
    m_stale.stop();
    if (!m_isOnItsWay || !m_origin.isEncrypted())
        return;
    m_isOnItsWay = false;
    m_step.start(m_limits.connectMs);
}

void HttpCall::noteActivity()
{
    if (wasSent())
        m_step.start(m_limits.inactivityMs);
}

void HttpCall::noteAnswer()
{
    m_stale.stop();
    noteActivity();
}

void HttpCall::readMore()
{
    noteAnswer();
    take();
    if (m_received > m_limits.bodyBytes)
        stop(RawAnswer::Stop::Size);
}

// In pieces: a growing buffer would be copied again and again.
void HttpCall::take()
{
    m_pieces.append(m_reply->readAll());
    m_received += m_pieces.last().size();
}

// Emitted after the handshake and before the request is written: a pinned origin must present exactly its certificate,
// even if the system would trust a different one; any other must have none of the faults that Qt does not check.
void HttpCall::checkCertificate()
{
    m_isOnItsWay = !m_request.isPost;
    noteActivity();
    const QByteArray pin = m_trust.pin(m_origin);
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (pin.isEmpty() ? certificateFaults(certificate, m_origin.host()).isEmpty()
                      : certificateSha256(certificate) == pin)
        return;
    m_certificate = certificateFacts(certificate, m_origin.host(), {});
    m_certificate->expectedSha256 = pin;
    stop(RawAnswer::Stop::Certificate);
}

// Never ask from here: a question would run a nested event loop inside Qt's handshake. The call ends, the user is
// asked, and a yes starts a new call.
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

void HttpCall::endTry()
{
    if (m_stop == RawAnswer::Stop::None && m_reply->isReadable())
        take();
    if (m_stop == RawAnswer::Stop::None && m_received > m_limits.bodyBytes)
        m_stop = RawAnswer::Stop::Size;
    m_step.stop();
    m_stale.stop();
    const RawAnswer answer = rawAnswer();
    m_request.ended(answer.status != 0);
    // Qt 6.4 takes an interim response for the final one. What follows it must not become the next call's response.
    if (answer.status >= 100 && answer.status < 200)
        m_reply->manager()->clearConnectionCache();
    const auto pause = retryDelay(answer, m_tries);
    // A pause that would exceed the call's deadline is not started: the result is reported at once.
    if (pause && *pause < m_deadline.remainingTime())
        m_pause.start(*pause);
    else
        finish(answer);
}

void HttpCall::finish(const RawAnswer &answer)
{
    m_deadline.stop();
    m_pause.stop();
    if (m_stop != RawAnswer::Stop::None)
        complete(classify(answer)); // with whatever had arrived by then
    else if (m_received > LargeBodyBytes)
        readElsewhere(answer);
    else
        complete(readAnswer(answer, m_pieces));
}

void HttpCall::readElsewhere(const RawAnswer &answer)
{
    m_isReading = true;
    const auto promise = std::make_shared<QPromise<Outcome>>();
    auto *watcher = new QFutureWatcher<Outcome>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] { complete(watcher->result()); });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, answer, pieces = m_pieces] {
        promise->start();
        promise->addResult(readAnswer(answer, pieces));
        promise->finish();
    });
}

void HttpCall::complete(Outcome outcome)
{
    qCInfo(logHttp) << (m_request.isPost ? "POST" : "GET") << m_reply->url().path() << "try" << m_tries << "status"
                    << m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()
                    << (outcome ? "ok" : kindName(outcome.error().kind).constData());
    m_promise.complete(std::move(outcome));
    deleteLater();
}

RawAnswer HttpCall::rawAnswer() const
{
    RawAnswer answer;
    answer.stop = m_stop;
    answer.isPost = m_request.isPost;
    answer.wasSent = wasSent();
    answer.networkError = m_reply->error();
    answer.networkText = networkText();
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headWasRead = !m_reply->rawHeaderList().isEmpty();
    answer.contentLength = m_reply->rawHeader(QByteArrayLiteral("Content-Length"));
    answer.contentType = m_reply->rawHeader(QByteArrayLiteral("Content-Type"));
    answer.date = m_reply->rawHeader(QByteArrayLiteral("Date"));
    answer.retryAfter = m_reply->rawHeader(QByteArrayLiteral("Retry-After"));
    answer.challenge = m_reply->rawHeader(answer.status == 407 ? QByteArrayLiteral("Proxy-Authenticate")
                                                               : QByteArrayLiteral("WWW-Authenticate"));
    answer.server = m_reply->rawHeader(QByteArrayLiteral("Server"));
    answer.via = m_reply->rawHeader(QByteArrayLiteral("Via"));
    answer.writtenBy = gatewayMark(*m_reply);
    // From the header itself: Qt's own attribute is empty for 300 and 305.
    const QUrl target = QUrl::fromEncoded(m_reply->rawHeader(QByteArrayLiteral("Location")));
    if (!target.isEmpty())
        answer.location = m_reply->url().resolved(target).toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo |
                                                                   QUrl::RemoveQuery | QUrl::RemoveFragment);
    answer.origin = m_origin.text();
    answer.path = m_reply->url().path().mid(m_origin.url({}).path().size());
    answer.otherScheme = m_origin.withOtherScheme();
    answer.proxy = m_proxies.proxyText();
    answer.proxyUser = m_proxies.proxyUser();
    answer.certificate = m_certificate;
    return answer;
}

QString HttpCall::networkText() const
{
    QStringList parts;
    switch (m_stop) {
    case RawAnswer::Stop::Connect:
        parts << u"no connection within %1 ms"_s.arg(m_limits.connectMs);
        break;
    case RawAnswer::Stop::Silence:
        parts << u"nothing came for %1 ms"_s.arg(m_limits.inactivityMs);
        break;
    case RawAnswer::Stop::Deadline:
        parts << u"not complete within %1 ms"_s.arg(m_limits.deadlineMs);
        break;
    default:
        if (m_reply->error() == QNetworkReply::ContentReSendError) // its own text is "Unknown error"
            parts << u"the connection was lost"_s;
        else if (m_reply->error() != QNetworkReply::NoError)
            parts << m_reply->errorString();
        break;
    }
    if (!m_proxies.proxyText().isEmpty())
        parts << u"(through the proxy %1)"_s.arg(m_proxies.proxyText());
    if (m_tries > 1)
        parts << u"(tried %1 times)"_s.arg(m_tries);
    return parts.join(u' ');
}

} // namespace lanyard

#include "moc_httpcall.cpp"
