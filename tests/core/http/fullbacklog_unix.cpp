#include "tests/core/http/fullbacklog.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lanyard::testing {

FullBacklog::FullBacklog()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    m_listener = listener;
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    m_works = bind(listener, reinterpret_cast<const sockaddr *>(&address), size) == 0 && listen(listener, 0) == 0 &&
              getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    m_port = ntohs(address.sin_port);
    // Linux takes one more than was asked for; from then on it drops every SYN.
    for (int i = 0; i < 3 && m_works; ++i) {
        const int waiting = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        m_waiting << waiting;
        connect(waiting, reinterpret_cast<const sockaddr *>(&address), size);
    }
}

FullBacklog::~FullBacklog()
{
    for (const qintptr descriptor : std::as_const(m_waiting))
        close(static_cast<int>(descriptor));
    close(static_cast<int>(m_listener));
}

} // namespace lanyard::testing
