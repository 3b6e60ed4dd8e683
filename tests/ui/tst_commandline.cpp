// What can be said on the command line, and that a secret cannot.
#include "app/commandline.h"
#include "app/paths.h"
#include "tests/support/testclass.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverAndUserAreTaken();
    void nothingElseIs_data();
    void nothingElseIs();
    void whatIsSaidOnACommandLineNeedsNoDisplay_data();
    void whatIsSaidOnACommandLineNeedsNoDisplay();
    void whatIsNotTakenEndsTheProgram();
    void theFilesAreWhereTheyAreWanted();
    void whatIsNoHomeIsNotUsed_data();
    void whatIsNoHomeIsNotUsed();
};

void CommandLineTest::serverAndUserAreTaken()
{
    const CommandLine line = parseCommandLine({u"lanyard"_s, u"--server"_s, u"https://a.example"_s, u"--user=b"_s});
    QCOMPARE(line.server, u"https://a.example"_s);
    QCOMPARE(line.userName, u"b"_s);
    QVERIFY(line.problem.isEmpty() && line.toPrint.isEmpty());
}

void CommandLineTest::nothingElseIs_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a password") << QStringList{u"--password"_s, u"lanyard"_s};
    QTest::newRow("a token") << QStringList{u"--token=abc"_s};
    QTest::newRow("an API key") << QStringList{u"--api-key"_s, u"abc"_s};
    QTest::newRow("a word") << QStringList{u"lanyard"_s};
    QTest::newRow("a server without an address") << QStringList{u"--server"_s};
    QTest::newRow("a name that is none") << QStringList{u"--user"_s, QString(2001, u'x')};
    QTest::newRow("an address that is none") << QStringList{u"--server"_s, u"https://h/"_s + QString(2000, u'x')};
}

void CommandLineTest::nothingElseIs()
{
    QFETCH(const QStringList, arguments);
    const CommandLine line = parseCommandLine(QStringList{u"lanyard"_s} + arguments);
    QVERIFY(!line.problem.isEmpty());
    // What was refused may be a secret: it is not said again.
    QVERIFY2(!line.problem.contains("abc"_L1) && !line.problem.contains("lanyard"_L1), qPrintable(line.problem));
}

void CommandLineTest::whatIsSaidOnACommandLineNeedsNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << QByteArray("--server") << QByteArray();
    QTest::newRow("all help") << QStringList{u"--help-all"_s} << 0 << QByteArray("--server") << QByteArray();
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << QByteArray("lanyard 0.") << QByteArray();
    QTest::newRow("an unknown option") << QStringList{u"--colour"_s} << 2 << QByteArray() << QByteArray("'colour'");
    QTest::newRow("letters of a password")
        << QStringList{u"-phunter2"_s} << 2 << QByteArray() << QByteArray("Unknown option.");
    QTest::newRow("no value") << QStringList{u"--user"_s} << 2 << QByteArray() << QByteArray("'--user'");
    QTest::newRow("a name that is too long")
        << QStringList{u"--user"_s, QString(100'000, u'x')} << 2 << QByteArray() << QByteArray("too long");
    QTest::newRow("a window") << QStringList() << 1 << QByteArray() << QByteArray("no display");
}

void CommandLineTest::whatIsSaidOnACommandLineNeedsNoDisplay()
{
    QFETCH(const QStringList, arguments);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XDG_SESSION_TYPE"_s})
        environment.remove(name);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LANYARD_PROGRAM), arguments);
    QVERIFY(program.waitForFinished());
    const QByteArray said = program.readAllStandardOutput();
    const QByteArray wrong = program.readAllStandardError();
    QVERIFY2(program.exitStatus() == QProcess::NormalExit, wrong.constData());
    QFETCH(const int, code);
    QVERIFY2(program.exitCode() == code, wrong.constData());
    QFETCH(const QByteArray, output);
    QFETCH(const QByteArray, error);
    QVERIFY2(output.isEmpty() ? said.isEmpty() : said.contains(output), said.constData());
    QVERIFY2(error.isEmpty() ? wrong.isEmpty() : wrong.contains(error), wrong.constData());
}

void CommandLineTest::whatIsNotTakenEndsTheProgram()
{
    QProcess program;
    // It ends while Qt's thread for D-Bus is still beginning, and what that has begun is then taken for a leak.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASAN_OPTIONS"_s, environment.value(u"ASAN_OPTIONS"_s) + u":detect_leaks=0"_s);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LANYARD_PROGRAM), {u"--password=hunter2"_s});
    QVERIFY(program.waitForFinished());
    const QByteArray output = program.readAllStandardError();
    QVERIFY2(program.exitStatus() == QProcess::NormalExit, output.constData());
    QVERIFY2(program.exitCode() == 2, output.constData());
    QVERIFY2(output.contains("password") && !output.contains("hunter2"), output.constData());
}

void CommandLineTest::theFilesAreWhereTheyAreWanted()
{
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    QCOMPARE(Paths::standard().accounts, usual + "/accounts.json"_L1);
    qputenv("LANYARD_FILES", "/a/folder");
    QCOMPARE(Paths::standard().accounts, u"/a/folder/accounts.json"_s);
    QCOMPARE(Paths::standard().drafts, u"/a/folder/drafts"_s);
    qputenv("LANYARD_FILES", "not/absolute");
    QCOMPARE(Paths::standard().accounts, usual + "/accounts.json"_L1);
    qunsetenv("LANYARD_FILES");
}

void CommandLineTest::whatIsNoHomeIsNotUsed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value"); // null: unset
    QTest::newRow("HOME is not set") << QByteArray("HOME") << QByteArray();
    QTest::newRow("HOME is empty") << QByteArray("HOME") << QByteArray("");
    QTest::newRow("HOME is relative") << QByteArray("HOME") << QByteArray("home/mrossi");
    QTest::newRow("the folder of settings is relative") << QByteArray("XDG_CONFIG_HOME") << QByteArray("config");
    QTest::newRow("the folder of states is relative") << QByteArray("XDG_STATE_HOME") << QByteArray("state");
    QTest::newRow("the folder for Lanyard is relative") << QByteArray("LANYARD_FILES") << QByteArray("files");
}

void CommandLineTest::whatIsNoHomeIsNotUsed()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const QByteArray home = qgetenv("HOME");
    const QByteArray before = qgetenv(name.constData());
    const QByteArray settings = qgetenv("XDG_CONFIG_HOME"); // of the tests' desktop
    const QByteArray states = qgetenv("XDG_STATE_HOME");
    if (name == "HOME") {
        qunsetenv("XDG_CONFIG_HOME");
        qunsetenv("XDG_STATE_HOME");
    }
    if (value.isNull())
        qunsetenv(name.constData());
    else
        qputenv(name.constData(), value);
    mendEnvironment();
    const Paths paths = Paths::standard();
    if (!settings.isEmpty())
        qputenv("XDG_CONFIG_HOME", settings);
    if (!states.isEmpty())
        qputenv("XDG_STATE_HOME", states);
    if (before.isEmpty())
        qunsetenv(name.constData());
    else
        qputenv(name.constData(), before);
    const QString expected = name == "HOME" ? QFile::decodeName(getpwuid(geteuid())->pw_dir) : QFile::decodeName(home);
    for (const QString &path : {paths.accounts, paths.drafts})
        QVERIFY2(path.startsWith(expected + "/."_L1), qPrintable(path));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::CommandLineTest)
#include "tst_commandline.moc"
