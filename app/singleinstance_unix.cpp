#include "app/singleinstance.h"

#include "core/base/ownfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace lanyard {

std::optional<QString> SingleInstance::runtimeFolder(const QString &replacement)
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (folder.isEmpty())
        return QDir().mkpath(replacement) ? std::optional(replacement) : std::nullopt;
    const QFileInfo info(folder);
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const bool isFolder = info.isAbsolute() && info.isDir() && !info.isSymLink();
    if (!isFolder || (info.permissions() & others) != 0 || !isOwnFile(info))
        return std::nullopt;
    // Each start of a Flatpak sees a runtime folder of its own, but for the one that all starts of it share.
    const QString flatpak = qEnvironmentVariable("FLATPAK_ID");
    const QString shared = folder + "/app/"_L1 + flatpak;
    return !flatpak.isEmpty() && QFileInfo(shared).isDir() ? shared : folder;
}

bool SingleInstance::isHeld() const
{
    const int file = ::open(QFile::encodeName(m_lock.fileName()).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    const bool isFree = file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0;
    if (file >= 0)
        ::close(file);
    return !isFree;
}

} // namespace lanyard
