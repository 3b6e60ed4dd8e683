#include "tests/service/requestlog.h"

namespace lanyard::testing {

namespace {
constexpr std::size_t longestLog = 10'000; // the program may run for days
}

qint64 RequestLog::add(LoggedRequest &request)
{
    request.elapsedMs = m_clock.elapsed();
    if (m_requests.size() >= longestLog) {
        m_requests.pop_front();
        ++m_firstId;
    }
    m_requests.push_back(request);
    return m_firstId + static_cast<qint64>(m_requests.size()) - 1;
}

LoggedRequest RequestLog::setStatus(qint64 id, int status, LoggedRequest request)
{
    request.status = status;
    if (const qint64 index = id - m_firstId; index >= 0 && index < static_cast<qint64>(m_requests.size())) {
        m_requests[static_cast<std::size_t>(index)].status = status;
    }
    return request;
}

void RequestLog::clear()
{
    m_firstId += static_cast<qint64>(m_requests.size());
    m_requests.clear();
}

} // namespace lanyard::testing
