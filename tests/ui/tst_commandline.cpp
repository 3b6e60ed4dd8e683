// What can be said on the command line, and that a secret cannot.
#include "app/commandline.h"
#include "app/paths.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverAndUserAreTaken();
    void nothingElseIs_data();
    void nothingElseIs();
    void helpAndVersionAreToldWithoutADisplay_data();
    void helpAndVersionAreToldWithoutADisplay();
    void whatIsNotTakenEndsTheProgram();
    void theFilesAreWhereTheyAreWanted();
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
}

void CommandLineTest::nothingElseIs()
{
    QFETCH(const QStringList, arguments);
    const CommandLine line = parseCommandLine(QStringList{u"lanyard"_s} + arguments);
    QVERIFY(!line.problem.isEmpty());
    // What was refused may be a secret: it is not said again.
    QVERIFY2(!line.problem.contains("abc"_L1) && !line.problem.contains("lanyard"_L1), qPrintable(line.problem));
}

void CommandLineTest::helpAndVersionAreToldWithoutADisplay_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("help") << u"--help"_s << QByteArray("--server");
    QTest::newRow("version") << u"--version"_s << QByteArray("lanyard 0.");
}

void CommandLineTest::helpAndVersionAreToldWithoutADisplay()
{
    QFETCH(const QString, argument);
    QFETCH(const QByteArray, said);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        environment.remove(name);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LANYARD_PROGRAM), {argument});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    const QByteArray output = program.readAllStandardOutput();
    QVERIFY2(output.contains(said), output.constData());
}

void CommandLineTest::whatIsNotTakenEndsTheProgram()
{
    QProcess program;
    program.start(QStringLiteral(LANYARD_PROGRAM), {u"--password=hunter2"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 2);
    const QByteArray output = program.readAllStandardError();
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

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::CommandLineTest)
#include "tst_commandline.moc"
