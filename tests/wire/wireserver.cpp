#include "tests/wire/wireserver.h"

#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

// One accepted connection; ends with its socket.
class WireServer::Connection : public QObject
{
public:
    Connection(QTcpSocket *socket, WireServer &server, int number)
        : QObject(&server), m_socket(socket), m_server(server), m_script(server.m_script), m_number(number)
    {
        m_socket->setParent(this);
        m_drip.callOnTimeout(this, [this] { dripOne(); });
        connect(m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { floodOn(); });
        connect(m_socket, &QTcpSocket::disconnected, this, [this] {
            m_drip.stop();
            m_server.m_open.removeOne(this);
            Q_EMIT m_server.disconnected();
            deleteLater();
        });
    }

    void close() { m_socket->disconnectFromHost(); }

private:
    // The step for the request that comes next.
    WireStep step() const
    {
        return m_script.isEmpty() ? WireStep::silence() : m_script.at(qMin(m_step, m_script.size() - 1));
    }

    void read()
    {
        const QByteArray bytes = m_socket->readAll();
        m_server.m_received += bytes;
        m_buffer += bytes;
        if (step().what == WireStep::Do::ResetOnFirstByte)
            return reset();
        while (auto request = takeRequest(m_buffer)) {
            request->connection = m_number;
            m_server.m_requests.append(*request);
            const WireStep next = step();
            ++m_step;
            run(next);
            Q_EMIT m_server.requestArrived();
        }
    }

    void run(const WireStep &step)
    {
        switch (step.what) {
        case WireStep::Do::Answer:
            m_socket->write(step.bytes);
            if (step.thenClose)
                close();
            break;
        case WireStep::Do::Drip:
            m_socket->write(step.bytes.left(step.atOnce));
            m_rest = step.bytes.mid(step.atOnce);
            m_drip.start(step.intervalMs);
            break;
        case WireStep::Do::Flood:
            m_flood = step.bytes;
            m_socket->write(m_flood);
            break;
        case WireStep::Do::Close:
            close();
            break;
        case WireStep::Do::Reset:
            reset();
            break;
        case WireStep::Do::Silence:
        case WireStep::Do::ResetOnFirstByte:
            break;
        }
    }

    void dripOne()
    {
        m_socket->write(m_rest.left(1));
        m_rest.remove(0, 1);
        if (m_rest.isEmpty())
            m_drip.stop();
    }

    void floodOn()
    {
        if (!m_flood.isEmpty() && m_socket->bytesToWrite() < m_flood.size())
            m_socket->write(m_flood);
    }

    // Without lingering, closing a socket sends RST instead of FIN.
    void reset()
    {
        const linger none{.l_onoff = 1, .l_linger = 0};
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        m_socket->abort();
    }

    QTcpSocket *m_socket;
    WireServer &m_server;
    const QList<WireStep> m_script;
    const int m_number;
    qsizetype m_step = 0;
    QByteArray m_buffer;
    QByteArray m_rest;
    QByteArray m_flood;
    QTimer m_drip;
};

WireServer::WireServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &WireServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The loopback interface cannot be listened on: %s", qUtf8Printable(m_server.errorString()));
}

WireServer::~WireServer()
{
    m_server.close();
    // Here, while the members that a closing connection tells are still there.
    qDeleteAll(std::exchange(m_open, {}));
}

QString WireServer::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(port());
}

void WireServer::closeConnections()
{
    const QList<Connection *> open = m_open; // each takes itself out of the list
    for (Connection *connection : open)
        connection->close();
}

void WireServer::clear()
{
    m_requests.clear();
    m_received.clear();
}

void WireServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection())
        m_open.append(new Connection(socket, *this, m_connections++));
}

} // namespace lanyard::testing
