#include "tests/core/http/fullbacklog.h"

#include <winsock2.h>

namespace lanyard::testing {

FullBacklog::FullBacklog()
{
    WSADATA started = {};
    WSAStartup(MAKEWORD(2, 2), &started);
    const SOCKET listener = socket(AF_INET, SOCK_STREAM, 0);
    m_listener = static_cast<qintptr>(listener);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int size = sizeof address;
    m_works = bind(listener, reinterpret_cast<const sockaddr *>(&address), size) == 0 && listen(listener, 0) == 0 &&
              getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    m_port = ntohs(address.sin_port);
    for (int i = 0; i < 3 && m_works; ++i) {
        const SOCKET waiting = socket(AF_INET, SOCK_STREAM, 0);
        u_long yes = 1;
        ioctlsocket(waiting, FIONBIO, &yes);
        m_waiting << static_cast<qintptr>(waiting);
        connect(waiting, reinterpret_cast<const sockaddr *>(&address), size);
    }
}

FullBacklog::~FullBacklog()
{
    for (const qintptr waiting : std::as_const(m_waiting))
        closesocket(static_cast<SOCKET>(waiting));
    closesocket(static_cast<SOCKET>(m_listener));
    WSACleanup();
}

} // namespace lanyard::testing
