#include "core/desktop/clockwatch.h"

#include <QDateTime>

#include <qt_windows.h>
#include <realtimeapiset.h>

namespace lanyard {

namespace {

// The clock of Qt's timers goes on while the computer is suspended. This one does not; it counts in tenths of a
// microsecond.
qint64 timeAwake()
{
    ULONGLONG time = 0;
    QueryUnbiasedInterruptTime(&time);
    return static_cast<qint64>(time / 10'000);
}

} // namespace

ClockWatch::Clocks ClockWatch::Clocks::ofTheSystem()
{
    return {[] { return QDateTime::currentMSecsSinceEpoch(); }, timeAwake};
}

bool ClockWatch::askToBeTold()
{
    return false;
}

ClockWatch::~ClockWatch() = default;

} // namespace lanyard
