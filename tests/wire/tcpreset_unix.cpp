#include "tests/wire/tcpreset.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace lanyard::testing {

void resetConnection(QTcpSocket &socket)
{
    // Without lingering, closing a socket sends RST.
    const linger none{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket.abort();
}

void endSending(const QTcpSocket &socket)
{
    shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR);
}

} // namespace lanyard::testing
