#include "app/singleinstance.h"

#include "app/commandline.h"
#include "core/base/json.h"
#include "core/base/statefile.h"
#include "core/base/text.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QLocalSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int AnswerMs = 3000;
constexpr int PauseMs = 50;
// A request has three short texts, with six bytes for each of their characters at the most; anything longer does not
// come from this program.
constexpr qint64 RequestLimit = 64 * 1024;

// Homes are distinguished by their files, in a name short enough for a socket's (107 bytes on Linux).
QString pathFor(const QString &files)
{
    const auto folder = SingleInstance::runtimeFolder(QFileInfo(files).path());
    if (!folder)
        return {};
    const QByteArray hash = QCryptographicHash::hash(files.toUtf8(), QCryptographicHash::Sha256).toHex();
    return *folder + "/lanyard-"_L1 + QLatin1StringView(hash.first(16));
}

// Beside what it guards: two sessions of one user (ssh -X) share one home but have two runtime folders.
QString lockFor(const QString &files)
{
    const QString folder = QFileInfo(files).absolutePath();
    if (!QDir(folder).exists() && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return files + ".running.lock"_L1;
}

QByteArray requestFor(const CommandLine &line)
{
    const QJsonObject request{
        {u"server"_s, line.server}, {u"user"_s, line.userName}, {u"activationToken"_s, line.activationToken}};
    return QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

SingleInstance::SingleInstance(const QString &files, QObject *parent)
    : QObject(parent), m_path(pathFor(files)), m_lock(lockFor(files))
{
    // Never stale by age: a program may run for weeks. Whether its process still exists is checked nevertheless.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Role SingleInstance::claim(const CommandLine &line)
{
    if (m_path.isEmpty() || !StateFile::clearLockPath(m_lock.fileName()))
        return Role::Unguarded;
    const QDeadlineTimer deadline(AnswerMs);
    while (!m_lock.tryLock(0)) {
        if (m_lock.error() != QLockFile::LockFailedError)
            return Role::Unguarded;
        if (const auto role = handOver(line))
            return *role;
        // Nothing is listening. The first instance is just starting, or its process id now belongs to another program:
        // then the kernel's lock on the file is free, and only then is the file removed. For an instance on another
        // computer that lock may be inconclusive (an NFS mount can keep such locks local): the user knows better.
        if (deadline.hasExpired()) {
            if (isOfAnotherComputer())
                return isHeld() ? Role::Silent : Role::Abandoned;
            if (!m_lock.removeStaleLockFile())
                return Role::Silent;
        }
        QThread::msleep(PauseMs);
    }
    return begin();
}

SingleInstance::Role SingleInstance::takeOver()
{
    static_cast<void>(m_lock.removeStaleLockFile()); // does nothing while the lock is held
    return m_lock.tryLock(0) ? begin() : Role::Silent;
}

// The lock is ours.
SingleInstance::Role SingleInstance::begin()
{
    const QString socket = m_path + ".socket"_L1;
    QLocalServer::removeServer(socket); // left by a killed program
    if (!m_server.listen(socket))
        qWarning("Another start of the program will not find this one: %s", qPrintable(m_server.errorString()));
    return Role::First;
}

QString SingleInstance::whyUnguarded() const
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!m_path.isEmpty() || runtime.isEmpty())
        return tr("it cannot write to the folder %1")
            .arg(visibleText(QDir::toNativeSeparators(QFileInfo(m_lock.fileName()).path())));
    const QFileInfo info(runtime);
    if (!info.isAbsolute() || !info.isDir())
        return tr("XDG_RUNTIME_DIR names no folder: %1").arg(visibleText(runtime));
    return tr("the folder %1 is not yours alone").arg(visibleText(runtime));
}

QString SingleInstance::holder() const
{
    qint64 process = 0;
    QString computer;
    QString program;
    if (!m_lock.getLockInfo(&process, &computer, &program))
        return {};
    return tr("It is process %1 on the computer %2.").arg(QString::number(process), visibleText(computer));
}

// From the lines that QLockFile writes: process, program, computer, and the computer's id, which survives renaming.
bool SingleInstance::isOfAnotherComputer() const
{
    QFile file(m_lock.fileName());
    if (QFileInfo(file).isSymLink() || !file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.read(RequestLimit).split('\n');
    const QByteArray id = lines.value(3);
    if (lines.value(2).isEmpty() && id.isEmpty()) // truncated by a crash: unowned, unless the kernel knows a holder
        return false;
    return id.isEmpty() ? QString::fromLocal8Bit(lines.value(2)) != QSysInfo::machineHostName()
                        : id != QSysInfo::machineUniqueId();
}

// nullopt: nothing is listening.
std::optional<SingleInstance::Role> SingleInstance::handOver(const CommandLine &line) const
{
    QLocalSocket socket;
    socket.connectToServer(m_path + ".socket"_L1);
    if (!socket.waitForConnected(AnswerMs))
        return std::nullopt;
    socket.write(requestFor(line));
    const bool answered = socket.waitForBytesWritten(AnswerMs) && socket.waitForReadyRead(AnswerMs);
    return answered ? Role::Second : Role::Silent;
}

void SingleInstance::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() < RequestLimit)
                return;
            const QJsonObject request = parseJson(socket->readLine(RequestLimit)).object();
            socket->write("ok\n");
            socket->disconnectFromServer();
            CommandLine line;
            line.server = request.value("server"_L1).toString();
            line.userName = request.value("user"_L1).toString();
            if (!lengthProblem(line).isEmpty()) // some other program's
                line = {};
            line.activationToken = request.value("activationToken"_L1).toString();
            Q_EMIT startedAgain(line);
        });
    }
}

} // namespace lanyard

#include "moc_singleinstance.cpp"
