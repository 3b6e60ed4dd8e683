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

    /// For calls that may wait for a directory behind the service, or for a service that has to start first: a sign-in,
    /// a save. Whoever waits is shown how long, and can cancel.
    int patientInactivityMs = 90'000;
    int patientDeadlineMs = 120'000;

    /// A connection can be forgotten by something on its way (NAT, VPN, firewall) without a word. A read that meets
    /// silence on one that was open already is sent again on a new one after this time...
    int staleMs = 3'000;
    /// ...and a POST, which is sent once only, begins on a new one when nothing was heard for longer than this.
    int idleMs = 4'000;

    qint64 bodyBytes = 32LL * 1024 * 1024;

    [[nodiscard]] HttpLimits patient() const
    {
        HttpLimits limits = *this;
        limits.inactivityMs = patientInactivityMs;
        limits.deadlineMs = patientDeadlineMs;
        return limits;
    }
};

} // namespace lanyard
