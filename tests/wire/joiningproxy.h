#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace lanyard::testing {

// What the proxies here have in common: each client has a socket of its own towards one port of this computer, whose
// bytes go to the client from the time it is connected; both end together.
class JoiningProxy : public QTcpServer
{
public:
    // What went through it from the clients.
    QByteArray carried;

protected:
    explicit JoiningProxy(quint16 target) : m_target(target) { listen(QHostAddress::LocalHost); }

    // What comes before the two are joined; may join them.
    virtual void readFrom(QTcpSocket *client, QTcpSocket *target) = 0;

    void join(QTcpSocket *target) const { target->connectToHost(QHostAddress::LocalHost, m_target); }

    void pass(const QByteArray &bytes, QTcpSocket *target)
    {
        carried += bytes;
        target->write(bytes);
    }

    void incomingConnection(qintptr descriptor) override
    {
        auto *client = new QTcpSocket(this);
        auto *target = new QTcpSocket(client);
        client->setSocketDescriptor(descriptor);
        connect(client, &QTcpSocket::readyRead, this, [this, client, target] {
            if (target->state() == QAbstractSocket::UnconnectedState)
                readFrom(client, target);
            else
                pass(client->readAll(), target);
        });
        connect(target, &QTcpSocket::readyRead, client, [client, target] { client->write(target->readAll()); });
        connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, target, &QTcpSocket::disconnectFromHost);
    }

private:
    quint16 m_target;
};

} // namespace lanyard::testing
