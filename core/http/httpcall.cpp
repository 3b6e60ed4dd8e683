#include "core/http/httpcall.h"

#include "core/base/background.h"
#include "core/base/log.h"
#include "core/http/answerreader.h"
#include "core/http/certificate.h"
#include "core/http/oneshotdevice.h"
#include "core/http/proxypolicy.h"
#include "core/http/retry.h"
#include "core/http/truststore.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <utility>

namespace lanyard {

namespace {

// How much Qt may buffer for us at once: anything beyond the size limit is then never received.
constexpr qint64 ReadBufferBytes = 64 * 1024;

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
    m_pause.callOnTimeout(this, [this] { mayBeginAgain() ? begin() : finish(rawAnswer()); });
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

// The request holds the CA certificates of the trust settings that it was made under, and open connections were made
// under them, too: once trust has changed, neither carries another attempt.
bool HttpCall::mayBeginAgain() const
{
    return m_trust.revision() == m_request.trustRevision;
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
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_proxies.tellLetThrough(); });
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
    if (!mayBeginAgain())
        return; // it keeps waiting on the connection it has
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
    // Not from within Qt's own signal.
    if (m_request.usesOpenConnection)
        QMetaObject::invokeMethod(
            this, [this] { stop(RawAnswer::Stop::ProxyUnasked); }, Qt::QueuedConnection);
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
    m_received += m_pieces.emplaceBack(m_reply->readAll()).size();
}

// Emitted after the handshake and before the request is written.
void HttpCall::checkCertificate()
{
    m_isOnItsWay = !m_request.isPost;
    noteActivity();
    m_certificate =
        objectionTo(m_reply->sslConfiguration().peerCertificate(), m_origin.host(), m_trust.pin(m_origin), {});
    if (m_certificate)
        stop(RawAnswer::Stop::Certificate);
}

// Never ask from here: a question would run a nested event loop inside Qt's handshake. The call ends, the user is
// asked, and a yes starts a new call.
void HttpCall::decideOnErrors(const QList<QSslError> &errors)
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    m_certificate = objectionTo(certificate, m_origin.host(), m_trust.pin(m_origin), errors);
    if (m_certificate)
        stop(RawAnswer::Stop::Certificate);
    else
        m_reply->ignoreSslErrors(errors);
}

void HttpCall::endTry()
{
    if (m_stop == RawAnswer::Stop::None && m_reply->isReadable())
        take();
    if (m_stop == RawAnswer::Stop::None && m_received > m_limits.bodyBytes)
        m_stop = RawAnswer::Stop::Size;
    m_step.stop();
    m_stale.stop();
    RawAnswer answer = rawAnswer();
    if (endsWithItsConnection(answer, m_pieces))
        answer.networkError = QNetworkReply::NoError;
    m_request.ended(answer);
    // Qt 6.4 takes an interim response for the final one. What follows it must not become the next call's response. And
    // a connection that is being made goes on without its call.
    if ((answer.status >= 100 && answer.status < 200) || answer.stop == RawAnswer::Stop::ProxyUnasked)
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
        return complete(classify(answer)); // with whatever had arrived by then
    if (m_received <= LargeBytes)
        return complete(readAnswer(answer, m_pieces));
    m_isReading = true;
    const auto pieces = std::make_shared<QByteArrayList>(std::exchange(m_pieces, {}));
    const auto read = [answer, pieces] { return readAnswer(answer, *pieces); };
    inBackground<ServiceAnswer>(this, read).then(this, [this](auto outcome) { complete(std::move(outcome)); });
}

void HttpCall::complete(Result<ServiceAnswer> outcome)
{
    qCInfo(logHttp) << (m_request.isPost ? "POST" : "GET") << m_reply->url().path() << "try" << m_tries << "status"
                    << m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()
                    << (outcome ? "ok" : kindName(outcome.error().kind).constData());
    m_promise.complete(std::move(outcome));
    deleteLater();
}

RawAnswer HttpCall::rawAnswer() const
{
    RawAnswer answer = RawAnswer::from(*m_reply, m_origin);
    answer.stop = m_stop;
    answer.isPost = m_request.isPost;
    answer.isKnownService = m_request.isKnownService;
    answer.wasSent = wasSent();
    answer.networkText = failureDetails(*m_reply, m_stop, m_limits, m_proxies.proxyText(), m_tries);
    answer.proxy = m_proxies.proxyText();
    answer.proxyUser = m_proxies.proxyUser();
    answer.certificate = m_certificate;
    return answer;
}

} // namespace lanyard

#include "moc_httpcall.cpp"
