#pragma once

#include <QtGlobal>

namespace lanyard {

/// Time and size limits of a call.
struct HttpLimits
{
    int connectMs = 15'000;    ///< until the request is sent: name look-up, connection, TLS
    int inactivityMs = 15'000; ///< after that, without any activity from the service
    int deadlineMs = 30'000;   ///< for all attempts together: a slow drip would keep the others alive forever

    /// For calls that may wait for a directory behind the service, or for a service that has to start first: a sign-in,
    /// a save. The user is shown the elapsed time and can cancel.
    int patientInactivityMs = 90'000;
    int patientDeadlineMs = 120'000;

    /// A middlebox (NAT, VPN, firewall) can silently drop a connection. A read that meets silence on a connection that
    /// was already open is sent again on a new one after this time...
    int staleMs = 3'000;
    /// ...and a POST, which is sent only once, uses a new one if the connection has been idle for longer than this.
    int idleMs = 4'000;
    /// How long a connection that was opened ahead is expected to be there for a read.
    int keptMs = 60'000;

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
