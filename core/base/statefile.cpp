#include "core/base/statefile.h"

#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace lanyard {

namespace {

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

// The next write must not end what somebody may still be able to mend.
void setAside(const QString &path)
{
    const QString aside = path + QStringLiteral(".bad");
    QFile::remove(aside);
    QFile::rename(path, aside);
}

} // namespace

QJsonObject readStateFile(const QString &path, qint64 sizeLimit)
{
    const QFileInfo info(path);
    if (path.isEmpty() || info.isSymLink() || !info.isFile() || info.size() > sizeLimit)
        return {};
#ifdef Q_OS_UNIX
    if (info.ownerId() != QFileInfo(QDir::homePath()).ownerId())
        return {};
#endif
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonDocument document = parseJson(file.read(info.size()));
    if (!document.isObject())
        setAside(path);
    return document.object();
}

bool writeStateFile(const QString &path, const QJsonObject &content)
{
    if (path.isEmpty())
        return true;
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir(folder).exists()) {
        if (!QDir().mkpath(folder))
            return false;
        QFile::setPermissions(folder, OwnerOnly | QFile::ExeOwner);
    }
    const QByteArray json = QJsonDocument(content).toJson();
    QSaveFile file(path);
    // On a full disk Qt writes what fits, reports that much and no error: only the count tells.
    return file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly) && file.write(json) == json.size() &&
           file.commit();
}

} // namespace lanyard
