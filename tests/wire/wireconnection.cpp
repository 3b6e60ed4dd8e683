#include "tests/wire/wireconnection.h"

#include "tests/wire/tcpreset.h"

#include <QSslSocket>

#include <utility>

namespace lanyard::testing {

using End = WireStep::End;
using When = WireStep::When;

WireServer::Connection::Connection(qintptr descriptor, WireServer &server)
    : QObject(&server), m_server(server), m_number(server.m_connections++),
      m_socket(server.m_tls ? new QSslSocket(this) : new QTcpSocket(this)), m_ssl(qobject_cast<QSslSocket *>(m_socket))
{
    m_drip.callOnTimeout(this, [this] { dripOne(); });
    m_more.callOnTimeout(this, [this] { floodOn(); });
    connect(m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { ended(); });
    m_server.m_open.append(this);
    start(descriptor);
}

void WireServer::Connection::start(qintptr descriptor)
{
    m_socket->setSocketDescriptor(descriptor);
    if (!m_ssl)
        return begin();
    connect(m_ssl, &QSslSocket::encrypted, this, [this] { begin(); });
    m_ssl->setSslConfiguration(*m_server.m_tls);
    m_ssl->startServerEncryption();
}

void WireServer::Connection::begin()
{
    const Script next = m_server.m_scripts.value(0);
    if (next.isEmpty() || next.first().when != When::Accept)
        return;
    takeScript();
    advance();
}

void WireServer::Connection::takeScript()
{
    if (m_script)
        return;
    m_script = m_server.m_scripts.value(0);
    if (m_server.m_scripts.size() > 1)
        m_server.m_scripts.removeFirst();
}

WireStep WireServer::Connection::step() const
{
    return !m_script || m_script->isEmpty() ? WireStep::silence() : m_script->at(qMin(m_step, m_script->size() - 1));
}

void WireServer::Connection::advance()
{
    const WireStep due = step();
    ++m_step;
    run(due);
}

void WireServer::Connection::read()
{
    const QByteArray bytes = m_socket->readAll();
    takeScript();
    m_server.keep(m_number, bytes);
    const bool isFirst = m_buffer.isEmpty();
    m_buffer += bytes;
    if (isFirst && isDue(When::FirstByte)) {
        m_wasEarly = true;
        advance();
    }
    while (auto request = takeRequest(m_buffer)) {
        request->connection = m_number;
        request->atMs = m_server.m_clock.elapsed();
        m_server.m_requests.append(*request);
        if (!std::exchange(m_wasEarly, false) && isDue(When::Request))
            advance();
        Q_EMIT m_server.requestArrived();
    }
}

void WireServer::Connection::run(const WireStep &step)
{
    switch (step.what) {
    case WireStep::Do::Answer:
        m_socket->write(step.bytes);
        break;
    case WireStep::Do::Drip:
        m_socket->write(step.bytes.left(step.atOnce));
        m_rest = step.bytes.mid(step.atOnce);
        m_endOfDrip = step.end;
        m_drip.start(step.intervalMs);
        return;
    case WireStep::Do::Flood:
        m_flood = step.repeat > 0 ? step.bytes.right(step.repeat) : step.bytes;
        m_socket->write(step.bytes);
        m_more.start(step.intervalMs);
        break;
    case WireStep::Do::Silence:
        break;
    }
    end(step.end);
}

void WireServer::Connection::dripOne()
{
    m_socket->write(m_rest.left(1));
    m_rest.remove(0, 1);
    if (!m_rest.isEmpty())
        return;
    m_drip.stop();
    end(m_endOfDrip);
}

qint64 WireServer::Connection::unsent() const
{
    return m_socket->bytesToWrite() + (m_ssl ? m_ssl->encryptedBytesToWrite() : 0);
}

void WireServer::Connection::floodOn()
{
    if (unsent() < m_flood.size())
        m_socket->write(m_flood);
}

void WireServer::Connection::end(End how)
{
    switch (how) {
    case End::None:
        break;
    case End::Close:
        close();
        break;
    case End::Cut:
        m_socket->flush();
        endSending(*m_socket);
        break;
    case End::Reset: {
        m_socket->flush();
        resetConnection(*m_socket);
        break;
    }
    }
}

void WireServer::Connection::close()
{
    m_socket->disconnectFromHost();
}

void WireServer::Connection::ended()
{
    m_drip.stop();
    m_more.stop();
    m_server.m_open.removeOne(this);
    Q_EMIT m_server.disconnected();
    deleteLater();
}

} // namespace lanyard::testing
