// How long the event loop was held up at the most.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace lanyard::testing {

class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout([this] { m_longestMs = std::max(m_longestMs, m_clock.restart() - intervalMs); });
        m_clock.start();
        m_timer.start(intervalMs);
    }

    // Beyond the beat itself, in milliseconds.
    [[nodiscard]] qint64 longestGapMs() const { return std::max(m_longestMs, m_clock.elapsed() - intervalMs); }

private:
    static constexpr int intervalMs = 5;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_longestMs = 0;
};

} // namespace lanyard::testing
