#include "tests/support/system.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <qt_windows.h>

#include <ctime>
#include <psapi.h>

namespace lanyard::testing {

int modeOf(const QString &)
{
    return -1;
}

bool setMode(const QString &, int)
{
    return false;
}

bool giveAway(const QString &)
{
    return false;
}

bool makePipe(const QString &)
{
    return false;
}

// Not without a right that users do not have.
bool makeLink(const QString &, const QString &)
{
    return false;
}

QString endlessFile()
{
    return {};
}

QByteArray memoryAt(const void *address, qsizetype size)
{
    QByteArray bytes(size, '\xA5');
    SIZE_T got = 0;
    ReadProcessMemory(GetCurrentProcess(), address, bytes.data(), static_cast<SIZE_T>(size), &got);
    return got == static_cast<SIZE_T>(size) ? bytes : QByteArray();
}

// Wine takes its zone from TZ, and hands TZ on: the C library would read another syntax in it.
void setUsualPlace()
{
    QLocale::setDefault(QLocale::c());
    qunsetenv("TZ");
    _tzset();
}

// ctest starts a class under Wine in the zone that most of it is about.
bool goToTimeZone(const QByteArray &zone)
{
    const QTimeZone wanted(zone == "Asia/Kolkata" ? QByteArray("Asia/Calcutta") : zone); // Qt's name of it here
    QDateTime day(QDate(2024, 1, 1), QTime(12, 0), Qt::UTC);
    for (; wanted.isValid() && day.date().year() == 2024; day = day.addDays(1)) {
        if (wanted.offsetFromUtc(day) != day.toLocalTime().offsetFromUtc())
            return false;
    }
    return wanted.isValid();
}

bool tellsEveryReset()
{
    return !GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version");
}

bool hasUnixPrograms()
{
    return false;
}

bool freedMemoryKeepsItsContent()
{
    return false;
}

// It is a clock on the wall.
bool hasProcessorClock()
{
    return false;
}

qint64 peakMemoryKiB()
{
    PROCESS_MEMORY_COUNTERS counters = {};
    counters.cb = sizeof counters;
    K32GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters);
    return static_cast<qint64>(counters.PeakWorkingSetSize / 1024);
}

NoMask::NoMask() : m_before(0) {}
NoMask::~NoMask() = default;

struct FullDisk::Before
{
};

FullDisk::FullDisk() = default;
FullDisk::~FullDisk() = default;

bool FullDisk::works() const
{
    return false;
}

} // namespace lanyard::testing
