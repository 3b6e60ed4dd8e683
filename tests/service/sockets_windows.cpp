#include "tests/service/sockets.h"

#include <winsock2.h>

namespace lanyard::testing {

// Handles are multiples of four.
void shutDownConnections(quint16 port)
{
    for (SOCKET socket = 4; socket < 16384; socket += 4) {
        sockaddr_in address{};
        int length = sizeof address;
        if (getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length) == 0 &&
            address.sin_family == AF_INET && ntohs(address.sin_port) == port) {
            shutdown(socket, SD_BOTH);
        }
    }
}

// What is called SO_REUSEADDR here lets another program take the port away.
void keepPortToOne(quintptr socket)
{
    const int yes = 1;
    setsockopt(static_cast<SOCKET>(socket), SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char *>(&yes),
               sizeof yes);
}

} // namespace lanyard::testing
