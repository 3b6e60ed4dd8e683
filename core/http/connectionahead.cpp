#include "core/http/connectionahead.h"

#include "core/base/log.h"
#include "core/http/certificate.h"
#include "core/http/truststore.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

ConnectionAhead::ConnectionAhead(QNetworkAccessManager &manager, QNetworkRequest request, const Origin &origin,
                                 const TrustStore &trust, int limitMs, QObject *parent)
    : QObject(parent), m_origin(origin), m_trust(trust)
{
    // What QNetworkAccessManager::connectToHostEncrypted() sends, whose reply cannot be had: the scheme is all that
    // tells Qt to connect only, and it takes the connection for that of the scheme without the prefix.
    QUrl url = request.url();
    url.setScheme("preconnect-"_L1 + url.scheme());
    request.setUrl(url);
    m_reply = manager.get(request);
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { check({}); });
    connect(m_reply, &QNetworkReply::sslErrors, this, &ConnectionAhead::check);
    connect(m_reply, &QNetworkReply::finished, this,
            [this] { end(!m_isRefused && m_reply->error() == QNetworkReply::NoError); });
    m_limit.setSingleShot(true);
    m_limit.callOnTimeout(this, [this] { end(false); });
    m_limit.start(limitMs);
}

ConnectionAhead::~ConnectionAhead()
{
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    delete m_reply;
    letGo();
}

// Before Qt lets a call have the connection: the thread of the network waits for both signals to return.
void ConnectionAhead::check(const QList<QSslError> &errors)
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (objectionTo(certificate, m_origin.host(), m_trust.pin(m_origin), errors))
        m_isRefused = true;
    else
        m_reply->ignoreSslErrors(errors);
}

Pending<Done> ConnectionAhead::wait(int withinMs)
{
    if (m_hasEnded)
        return completed<Done>(Done{});
    if (m_limit.remainingTime() > withinMs)
        m_limit.start(withinMs);
    const Promise<Done> promise;
    const int id = m_waiters++;
    m_waiting.insert(id, promise);
    promise.onCancel([ahead = QPointer(this), id] {
        if (ahead)
            ahead->m_waiting.take(id).complete(Error{});
    });
    return promise.pending();
}

void ConnectionAhead::end(bool isOpen)
{
    m_hasEnded = true;
    m_limit.stop();
    m_reply->disconnect(this);
    qCInfo(logHttp) << "connected ahead:" << isOpen;
    Q_EMIT ended(isOpen);
    letGo();
}

void ConnectionAhead::letGo()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const Promise<Done> &promise : waiting)
        promise.complete(Done{});
}

} // namespace lanyard

#include "moc_connectionahead.cpp"
