#include "app/singleinstance.h"

#include <QDir>

#include <qt_windows.h>

namespace lanyard {

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
