// One running program for one set of files: what the second start does, and where the lock may lie. e2e_instances does
// the same with the built program.

#include "app/commandline.h"
#include "app/singleinstance.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"

#include <QLocalSocket>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <future>

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Role = SingleInstance::Role;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSecondHandsOverWhatItWasAskedFor();
    void otherFilesAreAnotherProgram();
    void aFirstOneThatDoesNotAnswerIsTold();
    void anotherRuntimeFolderIsTheSameProgram();
    void theLockOfADeadProgramIsTakenOver_data();
    void theLockOfADeadProgramIsTakenOver();
    void theLockOfAnotherComputerIsAskedAbout_data();
    void theLockOfAnotherComputerIsAskedAbout();
    void aLinkInPlaceOfTheLockHarmsNothing();
    void whoeverSendsGarbageChangesNothing();
    void theFolderMustBeOnesOwn_data();
    void theFolderMustBeOnesOwn();
    void withoutARuntimeFolderTheFilesOwnFolderServes();
    void startsOfAFlatpakMeetInTheFolderThatTheyShare();
    void whatIsNoLockIsNobodys_data();
    void whatIsNoLockIsNobodys();
    void aFolderThatCannotBeWrittenIsNamed();

private:
    [[nodiscard]] QString files() const { return m_home->path() + u"/config/accounts.json"_s; }
    // The lock, beside the files, or the socket, in the runtime folder.
    [[nodiscard]] QString placeOf(const QString &kind) const;
    // As a killed program leaves it, with another process in it or another computer.
    void leaveLock(const std::function<void(QByteArrayList &lines)> &change);
    std::unique_ptr<QTemporaryDir> m_home;
};

// As the other program does it: in a thread of its own, for it waits for the answer.
Role claimElsewhere(const QString &files, const CommandLine &line = {})
{
    auto role = std::async(std::launch::async, [=] { return SingleInstance(files).claim(line); });
    if (!eventually([&role] { return role.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }))
        QTest::qFail("the second start does not end", __FILE__, __LINE__);
    return role.get();
}

void SingleInstanceTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_home->path()).mkdir(u"run"_s));
    QCOMPARE(::chmod(QFile::encodeName(m_home->path() + u"/run"_s).constData(), 0700), 0);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home->path() + u"/run"_s));
}

QString SingleInstanceTest::placeOf(const QString &kind) const
{
    const QDir run(m_home->path() + (kind == "lock"_L1 ? u"/config"_s : u"/run"_s));
    const QStringList found = run.entryList({u"*."_s + kind}, QDir::AllEntries | QDir::System | QDir::Hidden);
    return found.isEmpty() ? QString() : run.filePath(found.first());
}

void SingleInstanceTest::theSecondHandsOverWhatItWasAskedFor()
{
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First);
    QString server;
    QString user;
    QString token;
    connect(&first, &SingleInstance::startedAgain, this, [&](const CommandLine &line) {
        server = line.server;
        user = line.userName;
        token = line.activationToken;
    });
    CommandLine line;
    line.server = u"https://lic.example:5455"_s;
    line.userName = u"Ĵürgen \"x\"\n"_s;
    line.activationToken = u"a token of the compositor"_s;
    QCOMPARE(claimElsewhere(files(), line), Role::Second);
    COMPARE_EVENTUALLY(server, line.server);
    QCOMPARE(user, line.userName);
    QCOMPARE(token, line.activationToken);
    QCOMPARE(claimElsewhere(files()), Role::Second); // and again

    struct stat socket = {};
    QCOMPARE(::stat(QFile::encodeName(placeOf(u"socket"_s)).constData(), &socket), 0);
    QCOMPARE(socket.st_mode & 077, 0U);
}

void SingleInstanceTest::otherFilesAreAnotherProgram()
{
    SingleInstance first(files());
    SingleInstance other(m_home->path() + u"/other/accounts.json"_s);
    QCOMPARE(first.claim({}), Role::First);
    QCOMPARE(other.claim({}), Role::First);
}

void SingleInstanceTest::aFirstOneThatDoesNotAnswerIsTold()
{
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First);
    SingleInstance second(files());           // in this thread, so that the first one's event loop does not run
    QCOMPARE(second.claim({}), Role::Silent); // by its own limit: waiting without one would never end here
}

// As over ssh -X: nobody listens where the second one looks, and the files are in use all the same.
void SingleInstanceTest::anotherRuntimeFolderIsTheSameProgram()
{
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First);
    QVERIFY(QDir(m_home->path()).mkdir(u"other"_s));
    QCOMPARE(::chmod(QFile::encodeName(m_home->path() + u"/other"_s).constData(), 0700), 0);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home->path() + u"/other"_s));
    SingleInstance second(files());
    QCOMPARE(second.claim({}), Role::Silent);
    QVERIFY(second.holder().contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(second.holder().contains(QSysInfo::machineHostName()));
}

void SingleInstanceTest::theLockOfADeadProgramIsTakenOver_data()
{
    QTest::addColumn<qint64>("pid");
    QTest::newRow("its number is free") << qint64(0x3fffffff);
    QTest::newRow("its number is another program's") << qint64(1);
    QTest::newRow("it is empty, as after a crash") << qint64(0);
    QTest::newRow("it is cut, as after a crash") << qint64(-1);
}

void SingleInstanceTest::theLockOfADeadProgramIsTakenOver()
{
    QFETCH(const qint64, pid);
    leaveLock([pid](QByteArrayList &lines) {
        if (pid <= 0)
            lines = pid < 0 ? QByteArrayList{"12"} : QByteArrayList();
        else
            lines[0] = QByteArray::number(pid);
    });
    QCOMPARE(SingleInstance(files()).claim({}), Role::First);
}

void SingleInstanceTest::theLockOfAnotherComputerIsAskedAbout_data()
{
    QTest::addColumn<bool>("hasId");
    QTest::addColumn<bool>("isHeld");
    QTest::newRow("nobody holds it") << true << false;
    QTest::newRow("nobody holds it, known by its name") << false << false;
    QTest::newRow("somebody holds it") << true << true;
}

// Where several computers share a home: the kernel here need not know of a program there.
void SingleInstanceTest::theLockOfAnotherComputerIsAskedAbout()
{
    QFETCH(const bool, hasId);
    QFETCH(const bool, isHeld);
    leaveLock([hasId](QByteArrayList &lines) {
        lines[2] = "elsewhere";
        lines[3] = hasId ? "0123456789abcdef0123456789abcdef" : "";
    });
    QFile lock(placeOf(u"lock"_s));
    QVERIFY(lock.open(QIODevice::ReadOnly));
    const QByteArray content = lock.readAll();
    if (isHeld)
        QCOMPARE(::flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
    SingleInstance second(files());
    QCOMPARE(second.claim({}), isHeld ? Role::Silent : Role::Abandoned);
    QVERIFY2(second.holder().contains(u"elsewhere"_s), qPrintable(second.holder()));
    QVERIFY(lock.seek(0));
    QCOMPARE(lock.readAll(), content);
    QVERIFY(QFile::exists(lock.fileName()));
    QCOMPARE(second.takeOver(), isHeld ? Role::Silent : Role::First);
    if (!isHeld)
        QCOMPARE(claimElsewhere(files()), Role::Second);
}

void SingleInstanceTest::leaveLock(const std::function<void(QByteArrayList &lines)> &change)
{
    QString lock;
    QByteArray content;
    {
        SingleInstance first(files());
        QCOMPARE(first.claim({}), Role::First);
        lock = placeOf(u"lock"_s);
        QFile file(lock);
        QVERIFY(file.open(QIODevice::ReadOnly));
        content = file.readAll();
    }
    QVERIFY(!QFile::exists(lock));
    // As a program leaves it that was killed: the number of its process, its name, the computer's.
    QByteArrayList lines = content.split('\n');
    QVERIFY(lines.size() > 3);
    change(lines);
    QFile file(lock);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines.join('\n'));
}

void SingleInstanceTest::aLinkInPlaceOfTheLockHarmsNothing()
{
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First);
    const QString lock = placeOf(u"lock"_s);
    const QString victim = m_home->path() + u"/victim"_s;
    QFile file(victim);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    QVERIFY(QFile::remove(lock));
    QVERIFY(QFile::link(victim, lock));
    SingleInstance second(files());
    static_cast<void>(second.claim({}));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void SingleInstanceTest::whoeverSendsGarbageChangesNothing()
{
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First);
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    for (const QByteArray &garbage :
         {QByteArray(1'000'000, 'x'), QByteArray("\n"), QByteArray("[1]\n"), QByteArray("{\"server\":7,\"user\":{}}\n"),
          QByteArray(100, '\0') + '\n', "{\"server\":\"https://a.example/" + QByteArray(3000, 'x') + "\"}\n"}) {
        QLocalSocket socket;
        socket.connectToServer(placeOf(u"socket"_s));
        QVERIFY(socket.waitForConnected(timeoutMs));
        socket.write(garbage);
        COMPARE_EVENTUALLY(socket.state(), QLocalSocket::UnconnectedState);
    }
    for (const auto &arguments : std::as_const(again)) {
        const auto line = arguments.first().value<CommandLine>();
        QVERIFY(line.server.isEmpty() && line.userName.isEmpty());
    }
    QCOMPARE(claimElsewhere(files()), Role::Second);
}

void SingleInstanceTest::theFolderMustBeOnesOwn_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("usable");
    QTest::newRow("0700") << u"folder"_s << 0700 << true;
    QTest::newRow("others may read") << u"folder"_s << 0755 << false;
    QTest::newRow("the group may write") << u"folder"_s << 0770 << false;
    QTest::newRow("everybody may write") << u"folder"_s << 0777 << false;
    QTest::newRow("as /tmp") << u"folder"_s << 01777 << false;
    QTest::newRow("link") << u"link"_s << 0700 << false;
    QTest::newRow("missing") << u"missing"_s << 0700 << false;
    QTest::newRow("file") << u"file"_s << 0700 << false;
    QTest::newRow("relative") << u"relative"_s << 0700 << false;
    QTest::newRow("another user's") << u"foreign"_s << 0700 << false;
}

void SingleInstanceTest::theFolderMustBeOnesOwn()
{
    QFETCH(const QString, kind);
    QFETCH(const int, mode);
    QFETCH(const bool, usable);
    const QString folder = m_home->path() + u"/run"_s;
    QString place = folder;
    const QByteArray name = QFile::encodeName(folder);
    QCOMPARE(::chmod(name.constData(), static_cast<mode_t>(mode)), 0);
    if (kind == "link"_L1) {
        place = m_home->path() + u"/link"_s;
        QVERIFY(QFile::link(folder, place));
    } else if (kind == "missing"_L1) {
        place = m_home->path() + u"/missing"_s;
    } else if (kind == "file"_L1) {
        place = m_home->path() + u"/file"_s;
        QFile file(place);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else if (kind == "relative"_L1) {
        place = QDir::current().relativeFilePath(folder);
    } else if (kind == "foreign"_L1 && ::chown(name.constData(), 65534, 65534) != 0) {
        QSKIP("Only the superuser can give a folder away.");
    }
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(place));
    const QString files = m_home->path() + u"/config/accounts.json"_s;
    SingleInstance first(files);
    QCOMPARE(first.claim({}), usable ? Role::First : Role::Unguarded);
    if (!usable) {
        const QString why = first.whyUnguarded();
        QVERIFY2(why.contains(place), qPrintable(why));
        const bool isNone = kind == "missing"_L1 || kind == "file"_L1 || kind == "relative"_L1;
        QVERIFY2(why.contains(isNone ? u"names no folder"_s : u"not yours alone"_s), qPrintable(why));
    }
    const auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    QCOMPARE(QDir(folder).isEmpty(everything), !usable);
}

void SingleInstanceTest::withoutARuntimeFolderTheFilesOwnFolderServes()
{
    qunsetenv("XDG_RUNTIME_DIR");
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First);
    QCOMPARE(claimElsewhere(files()), Role::Second);
}

// All else in their runtime folders is each start's own.
void SingleInstanceTest::startsOfAFlatpakMeetInTheFolderThatTheyShare()
{
    const QString shared = m_home->path() + u"/run/app/org.example.Program"_s;
    QVERIFY(QDir().mkpath(shared));
    qputenv("FLATPAK_ID", "org.example.Program");
    const auto outside = qScopeGuard([] { qunsetenv("FLATPAK_ID"); });
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First);
    const auto everything = QDir::Files | QDir::System;
    QCOMPARE(QDir(shared).entryList({u"*.socket"_s}, everything).size(), 1);
    QVERIFY(QDir(m_home->path() + u"/run"_s).isEmpty(everything));
    QCOMPARE(claimElsewhere(files()), Role::Second);
}

void SingleInstanceTest::whatIsNoLockIsNobodys_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a pipe") << u"pipe"_s;
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("a link to nothing") << u"link"_s;
}

void SingleInstanceTest::whatIsNoLockIsNobodys()
{
    QFETCH(const QString, kind);
    leaveLock([](QByteArrayList &) {});
    const QString lock = placeOf(u"lock"_s);
    QVERIFY(QFile::remove(lock));
    if (kind == "pipe"_L1)
        QCOMPARE(::mkfifo(QFile::encodeName(lock).constData(), 0600), 0);
    else
        QVERIFY(kind == "folder"_L1 ? QDir().mkdir(lock) : QFile::link(m_home->path() + u"/missing"_s, lock));
    SingleInstance first(files());
    QCOMPARE(first.claim({}), Role::First); // at once
    QCOMPARE(claimElsewhere(files()), Role::Second);
}

// As on a home that is mounted read-only, or full: the runtime folder is in order.
void SingleInstanceTest::aFolderThatCannotBeWrittenIsNamed()
{
    QFile file(m_home->path() + u"/file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString folder = file.fileName() + u"/lanyard"_s;
    SingleInstance first(folder + u"/accounts.json"_s);
    QCOMPARE(first.claim({}), Role::Unguarded);
    QVERIFY2(first.whyUnguarded().contains(u"cannot write to the folder "_s + folder),
             qPrintable(first.whyUnguarded()));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SingleInstanceTest)
#include "tst_singleinstance.moc"
