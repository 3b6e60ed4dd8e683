#include "tests/service/sockets.h"

#include <algorithm>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lanyard::testing {

void shutDownConnections(quint16 port)
{
    const int limit = static_cast<int>(std::min(sysconf(_SC_OPEN_MAX), 4096L));
    for (int descriptor = 0; descriptor < limit; ++descriptor) {
        sockaddr_in address{};
        socklen_t length = sizeof address;
        if (getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &length) == 0 &&
            address.sin_family == AF_INET && ntohs(address.sin_port) == port) {
            ::shutdown(descriptor, SHUT_RDWR);
        }
    }
}

void keepPortToOne(quintptr socket)
{
    const int yes = 1;
    setsockopt(static_cast<int>(socket), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

} // namespace lanyard::testing
