#include "core/base/ownfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <unistd.h>

namespace lanyard {

// Not the owner of the home folder: in a container that may be any user.
bool isOwnFile(const QFileInfo &info)
{
    return info.ownerId() == geteuid();
}

bool isOpenToOthers(const QFileInfo &folder)
{
    return folder.permission(QFile::WriteOther);
}

// QSaveFile would go on after an error: a rename that reaches the disk before the data leaves an empty file.
bool isOnDisk(QSaveFile &file)
{
    return file.flush() && fsync(file.handle()) == 0;
}

bool renameFile(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace lanyard
