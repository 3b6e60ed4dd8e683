#pragma once

#include <QTcpServer>

namespace lanyard::testing {

// Stands between a client and a server, as a NAT, a VPN or a firewall does, and forgets connections without a word:
// what is sent over them goes nowhere, and neither end is told.
class ForgetfulRelay : public QTcpServer
{
    Q_OBJECT

public:
    // Listens on a free port of 127.0.0.1 at once, and relays to @p target there.
    explicit ForgetfulRelay(quint16 target, QObject *parent = nullptr);

    QString address(const QString &scheme = QStringLiteral("http")) const; // "http://127.0.0.1:PORT"
    // All connections that are open now.
    void forget() { ++m_age; }
    int connections() const { return m_connections; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    quint16 m_target;
    int m_age = 0;
    int m_connections = 0;
};

} // namespace lanyard::testing
