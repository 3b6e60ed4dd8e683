#include "core/desktop/clockwatch.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <cstdint>
#include <limits>
#include <sys/timerfd.h>
#include <unistd.h>

namespace lanyard {

ClockWatch::Clocks ClockWatch::Clocks::ofTheSystem()
{
    return {[] { return QDateTime::currentMSecsSinceEpoch(); },
            [] { return QDeadlineTimer::current(Qt::CoarseTimer).deadline(); }};
}

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

} // namespace lanyard
