#include "core/base/statefile.h"

#include "core/base/json.h"
#include "core/base/ownfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

namespace lanyard {

namespace {

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
// An update takes milliseconds. A process that still holds the lock then is suspended, or its computer is gone.
constexpr int LockWaitMs = 250;
constexpr int StaleLockMs = 10'000;
constexpr int MostSetAside = 9;

bool makeFolder(const QString &folder)
{
    if (QDir(folder).exists())
        return true;
    return QDir().mkpath(folder) && QFile::setPermissions(folder, OwnerOnly | QFile::ExeOwner);
}

bool mayBeOpened(const QFileInfo &info, qint64 sizeLimit)
{
    return !info.isSymLink() && info.isFile() && info.size() <= sizeLimit && isOwnFile(info);
}

} // namespace

StateFile::StateFile(QString path, qint64 sizeLimit) : m_path(std::move(path)), m_sizeLimit(sizeLimit) {}

QJsonObject StateFile::read()
{
    const QFileInfo info(m_path);
    const bool isThere = !m_path.isEmpty() && (info.exists() || info.isSymLink());
    m_unusable = m_inTheWay = isThere;
    QFile file(m_path);
    if (!isThere || !mayBeOpened(info, m_sizeLimit) || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.read(info.size());
    file.close(); // Windows renames no file that is open
    if (content.size() != info.size())
        return {};
    const QJsonDocument document = parseJson(content);
    m_unusable = !document.isObject();
    m_inTheWay = m_unusable && !setAside();
    return document.object();
}

void StateFile::refuse()
{
    m_unusable = true;
    m_inTheWay = !setAside();
}

bool StateFile::clearLockPath(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink() && (!info.exists() || info.isFile()))
        return true;
    return info.isDir() && !info.isSymLink() ? QDir().rmdir(path) : QFile::remove(path);
}

// An earlier one is as dear as this one: only where a program breaks its file at each start does the last give way.
bool StateFile::setAside() const
{
    QString aside = m_path + QStringLiteral(".bad");
    for (int number = 2; number <= MostSetAside && QFileInfo::exists(aside); ++number)
        aside = m_path + QStringLiteral(".bad%1").arg(number);
    QFile::remove(aside);
    return renameFile(m_path, aside);
}

bool StateFile::write(const QJsonObject &content)
{
    if (m_path.isEmpty())
        return true;
    const QByteArray json = QJsonDocument(content).toJson();
    if (json.size() > m_sizeLimit)
        return false; // it would not be read again
    const QFileInfo info(m_path);
    // Qt would follow a link and overwrite what it leads to.
    const bool isUnusual = info.isSymLink() || !info.isFile();
    if ((m_inTheWay || isUnusual) && (info.exists() || info.isSymLink()) &&
        ((info.isDir() && !info.isSymLink()) || !setAside()))
        return false;
    m_inTheWay = false;
    if (!makeFolder(info.absolutePath()))
        return false;
    QSaveFile file(m_path);
    // On a full disk Qt writes what fits, returns that count and reports no error: only the count reveals it.
    return file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly) && file.write(json) == json.size() &&
           isOnDisk(file) && file.commit();
}

bool StateFile::update(const Change &change)
{
    if (m_path.isEmpty())
        return write(change(std::nullopt));
    if (!makeFolder(QFileInfo(m_path).absolutePath()))
        return false;
    const QString path = m_path + QStringLiteral(".lock");
    QLockFile lock(path);
    lock.setStaleLockTime(StaleLockMs);
    // Only a lock held by another process blocks an update: if none can be created, the write reports what is wrong.
    if (clearLockPath(path) && !lock.tryLock(LockWaitMs) && lock.error() == QLockFile::LockFailedError)
        return false;
    return write(change(present()));
}

std::optional<QJsonObject> StateFile::present()
{
    if (m_path.isEmpty() || !QFile::exists(m_path))
        return std::nullopt;
    const bool wasUnusable = m_unusable;
    const QJsonObject content = read();
    const bool isUsable = !m_unusable;
    m_unusable = wasUnusable;
    return isUsable ? std::optional(content) : std::nullopt;
}

} // namespace lanyard
