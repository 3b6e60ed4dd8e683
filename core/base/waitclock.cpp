#include "core/base/waitclock.h"

#include <utility>

namespace lanyard {

namespace {

constexpr int ShownFromMs = 5000;
constexpr int TickMs = 1000;

} // namespace

WaitClock::WaitClock(QObject *parent) : QObject(parent)
{
    m_tick.setInterval(TickMs);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.callOnTimeout(this, [this] {
        if (seconds() > 0)
            Q_EMIT counted(seconds(), !std::exchange(m_told, true));
    });
}

void WaitClock::start()
{
    if (m_tick.isActive())
        return;
    m_told = false;
    m_since.start();
    m_tick.start();
}

void WaitClock::stop()
{
    m_tick.stop();
}

int WaitClock::seconds() const
{
    const bool isShown = m_tick.isActive() && m_since.elapsed() >= ShownFromMs;
    return isShown ? static_cast<int>(m_since.elapsed() / 1000) : 0;
}

} // namespace lanyard

#include "moc_waitclock.cpp"
