#pragma once

#include <QtGlobal>

namespace lanyard::testing {

// The library waits for idle connections to time out, and gives no access to them. Ours are the sockets whose own port
// is the service's; the other end of a connection within this process has another one.
void shutDownConnections(quint16 port);

// Before a socket listens: not the library's own choice, with which two services share a port without noticing.
void keepPortToOne(quintptr socket);

} // namespace lanyard::testing
