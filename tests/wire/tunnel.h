#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace lanyard::testing {

// A proxy that joins whoever says CONNECT with one port of this computer, whatever was asked for.
class Tunnel : public QTcpServer
{
public:
    explicit Tunnel(quint16 target) : m_target(target) { listen(QHostAddress::LocalHost); }

    // What was said before the tunnel stood.
    QByteArray asked;
    // What went through it from the client.
    QByteArray carried;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *client = new QTcpSocket(this);
        auto *target = new QTcpSocket(this);
        client->setSocketDescriptor(descriptor);
        connect(client, &QTcpSocket::readyRead, this, [this, client, target] { pass(client, target); });
        connect(target, &QTcpSocket::readyRead, this, [client, target] { client->write(target->readAll()); });
        connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, target, &QTcpSocket::disconnectFromHost);
    }

private:
    void pass(QTcpSocket *client, QTcpSocket *target)
    {
        const QByteArray bytes = client->readAll();
        if (target->state() != QAbstractSocket::UnconnectedState) {
            carried += bytes;
            target->write(bytes);
            return;
        }
        asked += bytes;
        if (!asked.endsWith("\r\n\r\n"))
            return;
        target->connectToHost(QHostAddress::LocalHost, m_target);
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    }

    quint16 m_target;
};

} // namespace lanyard::testing
