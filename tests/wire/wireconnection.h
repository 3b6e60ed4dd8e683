#pragma once

#include "tests/wire/wireserver.h"

#include <QTimer>

#include <optional>

class QTcpSocket;
class QSslSocket;

namespace lanyard::testing {

// One accepted connection, going through its script; ends with its socket.
class WireServer::Connection : public QObject
{
public:
    Connection(qintptr descriptor, WireServer &server);

    void close();

private:
    void start(qintptr descriptor);
    void begin();
    void takeScript();
    // The step that comes next.
    [[nodiscard]] WireStep step() const;
    [[nodiscard]] bool isDue(WireStep::When when) const { return step().when == when; }
    void advance();
    void read();
    void run(const WireStep &step);
    void dripOne();
    void floodOn();
    [[nodiscard]] qint64 unsent() const;
    void end(WireStep::End how);
    void ended();

    WireServer &m_server;
    std::optional<Script> m_script; // from the first step that is due
    const int m_number;
    QTcpSocket *m_socket;
    QSslSocket *m_ssl; // the same with TLS, else null
    qsizetype m_step = 0;
    QByteArray m_buffer;
    bool m_wasEarly = false; // the request that is coming has had its step
    QByteArray m_rest;
    QByteArray m_flood;
    WireStep::End m_endOfDrip = WireStep::End::None;
    QTimer m_drip;
    QTimer m_more; // of the flood
};

} // namespace lanyard::testing
