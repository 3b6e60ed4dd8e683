#include "tests/bench/farrelay.h"

#include <QDeadlineTimer>
#include <QQueue>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace lanyard::testing {

namespace {

// What comes before @p open goes on its way then.
void carry(QTcpSocket *from, QTcpSocket *to, int oneWayMs, QDeadlineTimer open)
{
    const auto underWay = std::make_shared<QQueue<QByteArray>>();
    QObject::connect(from, &QTcpSocket::readyRead, to, [=] {
        underWay->enqueue(from->readAll());
        // The queue keeps the order, whatever the timers do.
        QTimer::singleShot(oneWayMs + int(open.remainingTime()), Qt::PreciseTimer, to,
                           [=] { to->write(underWay->dequeue()); });
    });
    QObject::connect(from, &QTcpSocket::disconnected, to,
                     [=] { QTimer::singleShot(oneWayMs, Qt::PreciseTimer, to, &QTcpSocket::disconnectFromHost); });
}

void relay(QTcpSocket *near, quint16 target, int oneWayMs)
{
    auto *far = new QTcpSocket(near);
    far->connectToHost(QHostAddress::LocalHost, target);
    near->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QObject::connect(far, &QTcpSocket::connected, far,
                     [far] { far->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    carry(near, far, oneWayMs, QDeadlineTimer(2 * qint64(oneWayMs), Qt::PreciseTimer));
    carry(far, near, oneWayMs, QDeadlineTimer(0));
    QObject::connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
}

} // namespace

FarRelay::FarRelay(quint16 target, int oneWayMs) : m_server(new QTcpServer)
{
    m_server->listen(QHostAddress::LocalHost);
    m_port = m_server->serverPort();
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [server = m_server, target, oneWayMs] {
        while (QTcpSocket *near = server->nextPendingConnection())
            relay(near, target, oneWayMs);
    });
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

FarRelay::~FarRelay()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace lanyard::testing
