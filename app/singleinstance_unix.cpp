#include "app/singleinstance.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace lanyard {

bool SingleInstance::isHeld() const
{
    const int file = ::open(QFile::encodeName(m_lock.fileName()).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    const bool isFree = file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0;
    if (file >= 0)
        ::close(file);
    return !isFree;
}

} // namespace lanyard
