#include "core/base/privatefile.h"

#include <QSaveFile>

namespace lanyard {

std::optional<QString> writePrivateFile(const QString &path, QByteArrayView content)
{
    QSaveFile file(path);
    // On a full disk Qt writes what fits, returns that count and reports no error: only the count reveals it.
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(content.data(), content.size()) == content.size() && file.flush() && file.commit();
    return isWritten ? std::nullopt : std::optional(file.errorString());
}

} // namespace lanyard
