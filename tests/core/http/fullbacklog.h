// A port where a connection never comes about: somebody listens, nobody accepts, and the queue is full.
#pragma once

#include <QByteArray>
#include <QList>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lanyard::testing {

class FullBacklog
{
public:
    FullBacklog()
    {
        m_listener = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        m_works = bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size) == 0 &&
                  listen(m_listener, 0) == 0 &&
                  getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0;
        m_port = ntohs(address.sin_port);
        // Linux takes one more than was asked for; from then on it drops every SYN.
        for (int i = 0; i < 3 && m_works; ++i) {
            m_waiting << socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            connect(m_waiting.last(), reinterpret_cast<const sockaddr *>(&address), size);
        }
    }
    ~FullBacklog()
    {
        for (const int descriptor : std::as_const(m_waiting))
            close(descriptor);
        close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(FullBacklog)

    [[nodiscard]] bool works() const { return m_works; }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_listener = -1;
    QList<int> m_waiting;
    quint16 m_port = 0;
    bool m_works = false;
};

} // namespace lanyard::testing
