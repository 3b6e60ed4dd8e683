// A port where a connection never comes about: somebody listens, nobody accepts, and the queue is full.
#pragma once

#include <QByteArray>
#include <QList>

namespace lanyard::testing {

class FullBacklog
{
public:
    FullBacklog();
    ~FullBacklog();
    Q_DISABLE_COPY_MOVE(FullBacklog)

    [[nodiscard]] bool works() const { return m_works; }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    qintptr m_listener = -1;
    QList<qintptr> m_waiting;
    quint16 m_port = 0;
    bool m_works = false;
};

} // namespace lanyard::testing
