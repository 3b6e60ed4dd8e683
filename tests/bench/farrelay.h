#pragma once

#include <QTcpServer>
#include <QThread>

class QTcpSocket;

namespace lanyard::testing {

// Puts a server far away: what passes takes @p oneWayMs, in a thread of its own. A connection that TCP would take a
// round trip to make is there at once, for it is made with this machine; so its first bytes wait that round trip here.
class FarRelay
{
public:
    // Relays to @p target of 127.0.0.1 until it is destroyed.
    FarRelay(quint16 target, int oneWayMs);
    ~FarRelay();
    Q_DISABLE_COPY_MOVE(FarRelay)

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QTcpServer *m_server; // lives in the thread
    quint16 m_port = 0;
};

} // namespace lanyard::testing
