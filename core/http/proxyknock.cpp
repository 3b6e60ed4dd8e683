#include "core/http/proxyknock.h"

#include "core/http/challenge.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

constexpr qsizetype HeadLimit = 64 * 1024;

// The values of all headers of that name, joined by commas.
QByteArray valuesOf(const QByteArray &head, QByteArrayView name)
{
    QByteArrayList values;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            values << line.sliced(colon + 1).trimmed();
    }
    return values.join(", ");
}

// "HTTP/1.1 407 …"; 0 if it is not a status line.
int statusOf(const QByteArray &head)
{
    return head.startsWith("HTTP/") ? head.left(head.indexOf('\n')).simplified().split(' ').value(1).toInt() : 0;
}

Secret basic(const QNetworkProxy &proxy)
{
    QByteArray signIn = (proxy.user() + QLatin1Char(':') + proxy.password()).toUtf8();
    QByteArray value = "Basic " + signIn.toBase64();
    Secret secret{QByteArrayView(value)};
    wipe(signIn);
    wipe(value);
    return secret;
}

} // namespace

ProxyKnock::ProxyKnock(const QNetworkProxy &proxy, const Origin &origin, int limitMs, QObject *parent)
    : QObject(parent), m_proxy(proxy)
{
    const QByteArray host = origin.host().toLatin1();
    m_target = (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(origin.port());
    m_limit.setSingleShot(true);
    m_limit.callOnTimeout(this, [this] { end(errorOfProxy(Error::Kind::ProxyInTheWay)); });
    m_limit.start(limitMs);
    // Not at once: a socket may fail while it is asked to connect, and nobody would hear of the end yet.
    QMetaObject::invokeMethod(this, &ProxyKnock::knock, Qt::QueuedConnection);
}

void ProxyKnock::knock()
{
    if (m_hasEnded)
        return;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->deleteLater();
    }
    m_head.clear();
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this, [this] {
        QByteArray request = "CONNECT " + m_target + " HTTP/1.1\r\nHost: " + m_target + "\r\nUser-Agent: Lanyard/" +
                             QCoreApplication::applicationVersion().toUtf8() + "\r\n";
        if (!m_authorization.isEmpty())
            request += "Proxy-Authorization: " + m_authorization.expose().toByteArray() + "\r\n";
        m_socket->write(request += "\r\n");
        wipe(request);
    });
    connect(m_socket, &QTcpSocket::readyRead, this, &ProxyKnock::read);
    // Detecting and reporting a proxy that is unreachable, or hangs up, is left to Qt.
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { end(); });
    m_socket->connectToHost(m_proxy.hostName(), m_proxy.port());
}

void ProxyKnock::read()
{
    m_head += m_socket->read(HeadLimit - m_head.size());
    const qsizetype size = m_head.indexOf("\r\n\r\n");
    if (size >= 0)
        decide(statusOf(m_head), valuesOf(m_head.first(size), "Proxy-Authenticate"));
    else if (m_head.size() >= HeadLimit)
        end();
}

void ProxyKnock::decide(int status, const QByteArray &challenges)
{
    if (status != 407)
        return end();
    const QStringList schemes = challengeSchemes(challenges);
    const auto offers = [&schemes](const char *scheme) {
        return schemes.contains(QLatin1StringView(scheme), Qt::CaseInsensitive);
    };
    if (schemes.isEmpty())
        return end();
    if (!offers("Basic") && !offers("Digest")) {
        Error error = errorOfProxy(Error::Kind::ProxySignInUnsupported);
        error.answeredBy = schemes.join(QLatin1StringView(", "));
        return end(error);
    }
    if (m_proxy.user().isEmpty() || !m_authorization.isEmpty())
        return end(errorOfProxy(Error::Kind::ProxySignIn));
    if (offers("Digest"))
        return end(); // Qt makes the same choice
    m_authorization = basic(m_proxy);
    // Qt must not see the refused credentials if the proxy offers other schemes too.
    if (schemes.size() > 1)
        knock();
    else
        end();
}

void ProxyKnock::end(const std::optional<Error> &error)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_error = error;
    m_limit.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    Q_EMIT ended();
}

Error ProxyKnock::errorOfProxy(Error::Kind kind) const
{
    Error error = errorOf(kind);
    error.subject = m_proxy.hostName() + QLatin1Char(':') + QString::number(m_proxy.port());
    error.proxyUser = m_proxy.user();
    return error;
}

} // namespace lanyard

#include "moc_proxyknock.cpp"
