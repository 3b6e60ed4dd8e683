#pragma once

#include "tests/service/serviceoptions.h"

#include <QHash>

#include <chrono>

namespace lanyard::testing {

// Counts failed sign-ins by client address, and blocks an address that fails too often. Not thread-safe.
class LoginGuard
{
public:
    // Seconds until the address may try again, rounded up; 0: now.
    int blockedFor(const QByteArray &address);
    void failed(const QByteArray &address, const ServiceOptions &options);
    void succeeded(const QByteArray &address);
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    struct Record
    {
        int failures = 0;
        Clock::time_point blockedUntil = {};
    };
    QHash<QByteArray, Record> m_records;
};

} // namespace lanyard::testing
