#pragma once

class QTcpSocket;

namespace lanyard::testing {

// Closes with RST instead of FIN, as a crashed server or a firewall does.
void resetConnection(QTcpSocket &socket);

} // namespace lanyard::testing
