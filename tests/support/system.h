// What tests ask of the operating system itself, where each has its own way, or none.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace lanyard::testing {

// The permissions of a file; -1 where files have none of that kind.
int modeOf(const QString &path);
// False where that cannot be done, or not by this user.
bool setMode(const QString &path, int mode);
bool giveAway(const QString &path);
bool makePipe(const QString &path);
bool makeLink(const QString &target, const QString &path);
// A file that never ends; empty where there is none.
QString endlessFile();

// What stands in this process at an address, also when it was given back: read as another process would.
QByteArray memoryAt(const void *address, qsizetype size);
// Before a class is run: the locale that tests expect, where the environment does not choose it, and a time zone that
// is told in the system's own way.
void setUsualPlace();
// The time zone of this process. False where it is the whole computer's, and another one.
bool goToTimeZone(const QByteArray &zone);
// Whether a program learns of every reset. Not under Wine 8, if it comes while a program does not watch the socket, as
// Qt does not for a moment after each event: server/sock.c there tells of it once, and WSAAsyncSelect() forgets that.
bool tellsEveryReset();
// A shell, Python, and what shows a process another file system than others see.
bool hasUnixPrograms();
// Or the heap writes into it.
bool freedMemoryKeepsItsContent();
// Whether std::clock() tells the processor's time, in which things can be compared whatever other programs do.
bool hasProcessorClock();
// The most memory that this process has had.
qint64 peakMemoryKiB();

// Permissions of new files are as a program asks for them, as long as it lives.
class NoMask
{
public:
    NoMask();
    ~NoMask();
    Q_DISABLE_COPY_MOVE(NoMask)

private:
    int m_before;
};

// Files beyond 4096 bytes cannot be written meanwhile, as on a full disk. (A folder without write permission would stop
// everybody but the superuser, who runs these tests in containers.)
class FullDisk
{
public:
    FullDisk();
    ~FullDisk();
    Q_DISABLE_COPY_MOVE(FullDisk)

    // False where it cannot be had.
    [[nodiscard]] bool works() const;

private:
    struct Before;
    std::unique_ptr<Before> m_before;
};

} // namespace lanyard::testing

// At the beginning of a test, or of what in it needs that.
#define GO_TO_ZONE(zone)                                                                                               \
    do {                                                                                                               \
        if (!lanyard::testing::goToTimeZone(zone))                                                                     \
            QSKIP("The time zone is the whole computer's here, and another one.");                                     \
    } while (false)
#define NEEDS_EVERY_RESET                                                                                              \
    do {                                                                                                               \
        if (!lanyard::testing::tellsEveryReset())                                                                      \
            QSKIP("This is Wine, which does not tell of every reset.");                                                \
    } while (false)
#define NEEDS_UNIX_PROGRAMS                                                                                            \
    do {                                                                                                               \
        if (!lanyard::testing::hasUnixPrograms())                                                                      \
            QSKIP("There are no programs of Unix here.");                                                              \
    } while (false)
