#include "tests/wire/wireserver.h"

#include "tests/wire/wireconnection.h"

#include <QTcpServer>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class WireServer::Listener : public QTcpServer
{
public:
    explicit Listener(WireServer &server) : m_server(server) {}

protected:
    void incomingConnection(qintptr descriptor) override { m_server.accept(descriptor); }

private:
    WireServer &m_server;
};

WireServer::WireServer(QObject *parent) : QObject(parent), m_listener(std::make_unique<Listener>(*this))
{
    m_clock.start();
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("The loopback interface cannot be listened on: %s", qUtf8Printable(m_listener->errorString()));
}

WireServer::~WireServer()
{
    m_listener->close();
    // Here, while the members that a closing connection tells are still there.
    qDeleteAll(std::exchange(m_open, {}));
}

quint16 WireServer::port() const
{
    return m_listener->serverPort();
}

QString WireServer::address() const
{
    return u"%1://127.0.0.1:%2"_s.arg(m_tls ? u"https"_s : u"http"_s).arg(port());
}

void WireServer::setScripts(const QList<Script> &scripts)
{
    m_scripts = scripts;
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
    m_arrivals.clear();
}

void WireServer::accept(qintptr descriptor)
{
    new Connection(descriptor, *this);
}

void WireServer::keep(int connection, const QByteArray &bytes)
{
    m_received += bytes;
    m_arrivals.append({connection, m_clock.elapsed(), bytes});
}

} // namespace lanyard::testing

#include "moc_wireserver.cpp"
