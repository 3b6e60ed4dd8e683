#include "tests/support/system.h"

#include <QFile>

#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lanyard::testing {

int modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? static_cast<int>(status.st_mode & 07777U) : 0;
}

bool setMode(const QString &path, int mode)
{
    return ::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)) == 0;
}

bool giveAway(const QString &path)
{
    return ::chown(QFile::encodeName(path).constData(), 65534, 65534) == 0;
}

bool makePipe(const QString &path)
{
    return ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0;
}

bool makeLink(const QString &target, const QString &path)
{
    return QFile::link(target, path);
}

QString endlessFile()
{
    return QStringLiteral("/dev/zero");
}

QByteArray memoryAt(const void *address, qsizetype size)
{
    QByteArray bytes(size, '\xA5');
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const auto got = ::pread(memory, bytes.data(), static_cast<std::size_t>(size), reinterpret_cast<off_t>(address));
    ::close(memory);
    return got == size ? bytes : QByteArray();
}

void setUsualPlace() {}

bool goToTimeZone(const QByteArray &zone)
{
    qputenv("TZ", zone);
    ::tzset();
    return true;
}

bool tellsEveryReset()
{
    return true;
}

bool hasUnixPrograms()
{
    return true;
}

bool freedMemoryKeepsItsContent()
{
    return true;
}

bool hasProcessorClock()
{
    return true;
}

qint64 peakMemoryKiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

NoMask::NoMask() : m_before(static_cast<int>(::umask(0))) {}

NoMask::~NoMask()
{
    ::umask(static_cast<mode_t>(m_before));
}

struct FullDisk::Before
{
    rlimit limit = {};
    void (*handler)(int) = SIG_DFL;
};

FullDisk::FullDisk() : m_before(std::make_unique<Before>())
{
    getrlimit(RLIMIT_FSIZE, &m_before->limit);
    rlimit small = m_before->limit;
    small.rlim_cur = 4096;
    setrlimit(RLIMIT_FSIZE, &small);
    m_before->handler = std::signal(SIGXFSZ, SIG_IGN);
}

FullDisk::~FullDisk()
{
    setrlimit(RLIMIT_FSIZE, &m_before->limit);
    std::signal(SIGXFSZ, m_before->handler);
}

bool FullDisk::works() const
{
    return true;
}

} // namespace lanyard::testing
