#include "core/base/ownfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <io.h>
#include <qt_windows.h>

namespace lanyard {

// The folder of the program's files is within the user's profile, which Windows closes to other users.
bool isOwnFile(const QFileInfo &)
{
    return true;
}

bool isOpenToOthers(const QFileInfo &)
{
    return false;
}

bool isOnDisk(QSaveFile &file)
{
    return file.flush() && _commit(file.handle()) == 0;
}

bool renameFile(const QString &from, const QString &to)
{
    const auto native = [](const QString &path) { return QDir::toNativeSeparators(path).toStdWString(); };
    return MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_WRITE_THROUGH) != 0;
}

} // namespace lanyard
