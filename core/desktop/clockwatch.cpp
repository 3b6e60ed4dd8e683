#include "core/desktop/clockwatch.h"

#include <QDateTime>
#include <QDeadlineTimer>

#ifdef Q_OS_LINUX
#include <cstdint>
#include <limits>
#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace lanyard {

namespace {

constexpr int LookEveryMs = 10'000;
// Corrections by a time service are smaller and do not matter here.
constexpr qint64 JumpMs = 20'000;

} // namespace

ClockWatch::Clocks ClockWatch::Clocks::ofTheSystem()
{
    return {[] { return QDateTime::currentMSecsSinceEpoch(); },
            [] { return QDeadlineTimer::current(Qt::CoarseTimer).deadline(); }};
}

ClockWatch::ClockWatch(Clocks clocks, QObject *parent)
    : QObject(parent), m_clocks(std::move(clocks)), m_difference(m_clocks.wall() - m_clocks.monotonic())
{
    if (askToBeTold())
        return; // a program at rest wakes nobody
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ClockWatch::look);
    m_timer.start(LookEveryMs);
}

#ifdef Q_OS_LINUX

// A timer that never comes, and ends with ECANCELED as often as the clock is set: timerfd_create(2).
bool ClockWatch::askToBeTold()
{
    const int timer = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    itimerspec never = {};
    never.it_value.tv_sec = std::numeric_limits<time_t>::max();
    if (timer < 0 || timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) != 0) {
        if (timer >= 0)
            close(timer);
        return false;
    }
    m_set = std::make_unique<QSocketNotifier>(timer, QSocketNotifier::Read);
    connect(m_set.get(), &QSocketNotifier::activated, this, [this, timer] {
        std::uint64_t times = 0;
        [[maybe_unused]] const ssize_t taken = read(timer, &times, sizeof times); // what is not read comes again
        look();
    });
    return true;
}

ClockWatch::~ClockWatch()
{
    if (!m_set)
        return;
    const auto timer = static_cast<int>(m_set->socket());
    m_set.reset();
    close(timer);
}

#else

bool ClockWatch::askToBeTold()
{
    return false;
}

ClockWatch::~ClockWatch() = default;

#endif

void ClockWatch::look()
{
    const qint64 difference = m_clocks.wall() - m_clocks.monotonic();
    const qint64 jump = difference - std::exchange(m_difference, difference);
    if (qAbs(jump) > JumpMs)
        Q_EMIT jumped();
}

} // namespace lanyard

#include "moc_clockwatch.cpp"
