#pragma once

#include <QtGlobal>

namespace lanyard {

/// How long and how much a call may take.
struct HttpLimits
{
    int inactivityMs = 15'000; ///< without any byte
    int deadlineMs = 30'000;   ///< for the whole call: a drip would keep the other one alive for ever
    int secondLookMs = 1'000;  ///< between the two reads after a save that was not answered (see saveChanges())
    qint64 bodyBytes = 32LL * 1024 * 1024;
};

} // namespace lanyard
