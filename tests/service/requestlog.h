#pragma once

#include "tests/service/loggedrequest.h"

#include <QElapsedTimer>

#include <deque>

namespace lanyard::testing {

// The last requests, in the order of their arrival. Not thread-safe.
class RequestLog
{
public:
    RequestLog() { m_clock.start(); }

    // Notes the arrival of a request that is still to be answered. The id is for setStatus().
    qint64 add(LoggedRequest &request);
    // The request as it is now; clear() may have taken it out of the log meanwhile.
    LoggedRequest setStatus(qint64 id, int status, LoggedRequest request);

    // A copy of the list, not a share of it: another thread may keep it while requests arrive.
    QList<LoggedRequest> requests() const { return {m_requests.begin(), m_requests.end()}; }
    void clear();

private:
    QElapsedTimer m_clock;
    std::deque<LoggedRequest> m_requests;
    qint64 m_firstId = 0; // of the first request in the list
};

} // namespace lanyard::testing
