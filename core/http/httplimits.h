#pragma once

#include <QtGlobal>

namespace lanyard {

/// How long and how much a call may take.
struct HttpLimits
{
    int connectMs = 15'000;    ///< until the request is on its way: name look-up, connection, TLS
    int inactivityMs = 15'000; ///< after that, without any sign of the service
    int deadlineMs = 30'000;   ///< for the whole call with all its tries: a drip would keep the others alive for ever
    int secondLookMs = 1'000;  ///< between the two reads after a save that was not answered (see saveChanges())
    qint64 bodyBytes = 32LL * 1024 * 1024;
};

} // namespace lanyard
