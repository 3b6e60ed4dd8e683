#include "tests/service/loginguard.h"

namespace lanyard::testing {

int LoginGuard::blockedFor(const QByteArray &address)
{
    const auto it = m_records.constFind(address);
    if (it == m_records.constEnd() || it->blockedUntil == Clock::time_point()) {
        return 0;
    }
    const auto left = std::chrono::ceil<std::chrono::seconds>(it->blockedUntil - Clock::now()).count();
    if (left <= 0) {
        m_records.erase(it); // the block is over, and so is the count that led to it
        return 0;
    }
    return static_cast<int>(left);
}

void LoginGuard::failed(const QByteArray &address, const ServiceOptions &options)
{
    Record &record = m_records[address];
    ++record.failures;
    if (options.blockAfterFailures > 0 && record.failures >= options.blockAfterFailures) {
        record.blockedUntil = Clock::now() + std::chrono::seconds(options.blockSeconds);
    }
}

void LoginGuard::succeeded(const QByteArray &address)
{
    m_records.remove(address);
}

void LoginGuard::clear()
{
    m_records.clear();
}

} // namespace lanyard::testing
