// How long the event loop was held up at the most.
#pragma once

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>

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

// The same of a thread that does nothing: how long the machine, busy with others, did not let it run.
class IdleThread : public QThread
{
public:
    IdleThread() { start(); }
    ~IdleThread() override
    {
        requestInterruption();
        wait();
    }

    [[nodiscard]] qint64 longestGapMs() const { return m_longestMs; }

protected:
    void run() override
    {
        QElapsedTimer clock;
        while (!isInterruptionRequested()) {
            clock.start();
            msleep(intervalMs);
            m_longestMs = std::max<qint64>(m_longestMs, clock.elapsed() - intervalMs);
        }
    }

private:
    static constexpr int intervalMs = 5;
    std::atomic<qint64> m_longestMs = 0;
};

} // namespace lanyard::testing
