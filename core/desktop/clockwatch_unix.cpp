// Where nothing tells that the clock was set.
#include "core/desktop/clockwatch.h"

#include <QDateTime>
#include <QDeadlineTimer>

namespace lanyard {

ClockWatch::Clocks ClockWatch::Clocks::ofTheSystem()
{
    return {[] { return QDateTime::currentMSecsSinceEpoch(); },
            [] { return QDeadlineTimer::current(Qt::CoarseTimer).deadline(); }};
}

bool ClockWatch::askToBeTold()
{
    return false;
}

ClockWatch::~ClockWatch() = default;

} // namespace lanyard
