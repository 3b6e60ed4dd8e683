#pragma once

class QTcpSocket;

namespace lanyard::testing {

// Closes with RST instead of FIN, as a crashed server or a firewall does.
void resetConnection(QTcpSocket &socket);
// Nothing more will come from here; what comes is still read.
void endSending(const QTcpSocket &socket);

} // namespace lanyard::testing
