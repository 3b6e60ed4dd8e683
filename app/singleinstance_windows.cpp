#include "app/singleinstance.h"

#include <QDir>

#include <qt_windows.h>

namespace lanyard {

// There is no such folder: a named pipe is the session's, and has its name from the files.
std::optional<QString> SingleInstance::runtimeFolder(const QString &replacement)
{
    return QDir().mkpath(replacement) ? std::optional(replacement) : std::nullopt;
}

// QLockFile has it open, and shares it with nobody who would write.
bool SingleInstance::isHeld() const
{
    const std::wstring path = QDir::toNativeSeparators(m_lock.fileName()).toStdWString();
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return true;
    CloseHandle(file);
    return false;
}

} // namespace lanyard
