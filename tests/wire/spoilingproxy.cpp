#include "tests/wire/spoilingproxy.h"

#include "tests/wire/tcpreset.h"

#include <QTcpSocket>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

// One connection of a client and the one to the service that belongs to it; ends with either of them.
class SpoilingProxy::Passage : public QObject
{
public:
    Passage(QTcpSocket *client, SpoilingProxy &proxy)
        : QObject(&proxy), m_proxy(proxy), m_client(client), m_service(new QTcpSocket(this)), m_spoil(proxy.m_spoil)
    {
        m_client->setParent(this);
        m_service->connectToHost(QHostAddress::LocalHost, proxy.m_servicePort);
        m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1); // each slice is a segment
        connect(m_client, &QTcpSocket::readyRead, this, [this] { passRequest(); });
        connect(m_service, &QTcpSocket::connected, this, [this] {
            m_service->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            passRequest();
        });
        connect(m_service, &QTcpSocket::readyRead, this, [this] { pass(m_service, m_client, m_answerBytes); });
        for (QTcpSocket *socket : {m_client, m_service})
            connect(socket, &QTcpSocket::disconnected, this, [this] { end(); });
    }

    void setSpoil(const Spoil &spoil)
    {
        m_spoil = spoil;
        m_requestBytes = m_answerBytes = 0;
    }

private:
    void passRequest()
    {
        if (m_service->state() == QAbstractSocket::ConnectedState)
            pass(m_client, m_service, m_requestBytes);
    }

    void pass(QTcpSocket *from, QTcpSocket *to, qint64 &count)
    {
        const qint64 limit = from == m_client ? m_spoil.cutRequestAt : m_spoil.cutAnswerAt;
        QByteArray bytes = from->readAll();
        const bool cut = limit >= 0 && count + bytes.size() > limit;
        if (cut)
            bytes.truncate(qMax<qint64>(0, limit - count));
        count += bytes.size();
        const auto send = [this, to, bytes, cut] {
            const qsizetype slice = m_spoil.slice > 0 ? m_spoil.slice : qMax<qsizetype>(1, bytes.size());
            // Either end may go while it is written to.
            for (qsizetype at = 0; at < bytes.size() && to->state() == QAbstractSocket::ConnectedState; at += slice) {
                to->write(bytes.mid(at, slice));
                to->flush();
            }
            if (cut) {
                ++m_proxy.m_cuts;
                end();
            }
        };
        if (m_spoil.latencyMs > 0)
            QTimer::singleShot(m_spoil.latencyMs, Qt::PreciseTimer, this, send);
        else
            send();
    }

    void end()
    {
        if (std::exchange(m_ended, true))
            return;
        m_proxy.m_open.removeOne(this);
        // What was passed on to the service stays passed on.
        m_service->disconnectFromHost();
        if (m_spoil.reset)
            resetConnection(*m_client);
        else
            m_client->disconnectFromHost();
        deleteLater();
    }

    SpoilingProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_service;
    Spoil m_spoil;
    qint64 m_requestBytes = 0;
    qint64 m_answerBytes = 0;
    bool m_ended = false;
};

SpoilingProxy::SpoilingProxy(quint16 servicePort, QObject *parent) : QObject(parent), m_servicePort(servicePort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &SpoilingProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The loopback interface cannot be listened on: %s", qUtf8Printable(m_server.errorString()));
}

SpoilingProxy::~SpoilingProxy()
{
    m_server.close();
    qDeleteAll(std::exchange(m_open, {}));
}

QString SpoilingProxy::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(port());
}

void SpoilingProxy::setSpoil(const Spoil &spoil)
{
    m_spoil = spoil;
    for (Passage *passage : std::as_const(m_open))
        passage->setSpoil(spoil);
}

void SpoilingProxy::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection())
        m_open.append(new Passage(socket, *this));
}

} // namespace lanyard::testing

#include "moc_spoilingproxy.cpp"
