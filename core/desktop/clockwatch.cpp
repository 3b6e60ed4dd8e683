#include "core/desktop/clockwatch.h"

#include <utility>

namespace lanyard {

namespace {

constexpr int LookEveryMs = 10'000;
// Corrections by a time service are smaller and do not matter here.
constexpr qint64 JumpMs = 20'000;

} // namespace

ClockWatch::ClockWatch(Clocks clocks, QObject *parent)
    : QObject(parent), m_clocks(std::move(clocks)), m_difference(m_clocks.wall() - m_clocks.monotonic())
{
    if (askToBeTold())
        return; // a program at rest wakes nobody
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ClockWatch::look);
    m_timer.start(LookEveryMs);
}

void ClockWatch::look()
{
    const qint64 difference = m_clocks.wall() - m_clocks.monotonic();
    const qint64 jump = difference - std::exchange(m_difference, difference);
    if (qAbs(jump) > JumpMs)
        Q_EMIT jumped();
}

} // namespace lanyard

#include "moc_clockwatch.cpp"
