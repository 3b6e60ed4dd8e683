#include "tests/wire/tcpreset.h"

#include <QTcpSocket>

#include <winsock2.h>

namespace lanyard::testing {

void resetConnection(QTcpSocket &socket)
{
    // Without lingering, closing a socket sends RST.
    const linger none{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<SOCKET>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&none), sizeof none);
    socket.abort();
}

void endSending(const QTcpSocket &socket)
{
    shutdown(static_cast<SOCKET>(socket.socketDescriptor()), SD_SEND);
}

} // namespace lanyard::testing
