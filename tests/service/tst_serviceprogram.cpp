// lanyard-service: its switches, its files, and how it ends.

#include "tests/service/commandline.h"
#include "tests/service/testclient.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace lanyard::testing;

using Options = ServiceOptions;
using Check = bool (*)(const Options &);
Q_DECLARE_METATYPE(Check)

class ServiceProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switches_data();
    void switches();
    void everySwitchIsTested();
    void badValues_data();
    void badValues();
    void state();
    void badAccounts_data();
    void badAccounts();
    void run();
};

namespace {

struct Row
{
    QStringList arguments;
    Check check; // fails on the options of a service as shipped
};

const QList<Row> &rows()
{
    static const QList<Row> list{
        {{u"--port=4711"_s}, [](const Options &o) { return o.port == 4711; }},
        {{u"--state=x"_s}, [](const Options &o) { return o.stateFile == "x"_L1; }},
        {{u"--tls=self-signed"_s}, [](const Options &o) { return o.tls == Options::Tls::SelfSigned; }},
        {{u"--tls=expired"_s}, [](const Options &o) { return o.tls == Options::Tls::Expired; }},
        {{u"--tls=misnamed"_s}, [](const Options &o) { return o.tls == Options::Tls::Misnamed; }},
        {{u"--tls=expired-misnamed"_s}, [](const Options &o) { return o.tls == Options::Tls::ExpiredMisnamed; }},
        {{u"--write-defaults"_s}, [](const Options &o) { return o.writeDefaults; }},
        {{u"--date-form=utc"_s}, [](const Options &o) { return o.dateForm == Options::DateForm::Utc; }},
        {{u"--date-form=offset"_s}, [](const Options &o) { return o.dateForm == Options::DateForm::Offset; }},
        {{u"--date-form=no-zone"_s}, [](const Options &o) { return o.dateForm == Options::DateForm::NoZone; }},
        {{u"--fraction-digits=3"_s}, [](const Options &o) { return o.fractionDigits == 3; }},
        {{u"--integers-as-strings"_s}, [](const Options &o) { return o.integersAsStrings; }},
        {{u"--omit-nested-lists"_s}, [](const Options &o) { return o.omitNestedLists; }},
        {{u"--latency=5"_s}, [](const Options &o) { return o.latencyMs == 5; }},
        {{u"--generated-keys=5"_s}, [](const Options &o) { return o.generatedKeys == 5; }},
        {{u"--generated-settings=5"_s}, [](const Options &o) { return o.generatedSettings == 5; }},
        {{u"--html-for-unknown-paths"_s}, [](const Options &o) { return o.htmlForUnknownPaths; }},
        {{u"--failures=400"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Status400; }},
        {{u"--failures=401"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Status401; }},
        {{u"--failures=403"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Status403; }},
        {{u"--failures=429"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Status429; }},
        {{u"--failures=500"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Status500; }},
        {{u"--failures=502"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Status502; }},
        {{u"--failures=503"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Status503; }},
        {{u"--failures=problem"_s},
         [](const Options &o) { return o.failureForm == Options::FailureForm::ProblemJson; }},
        {{u"--failures=empty"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Empty; }},
        {{u"--failures=html"_s}, [](const Options &o) { return o.failureForm == Options::FailureForm::Html; }},
        {{u"--failures-without-body"_s}, [](const Options &o) { return !o.failureBody; }},
        {{u"--no-retry-after"_s}, [](const Options &o) { return !o.retryAfter; }},
        {{u"--block-after=2"_s}, [](const Options &o) { return o.blockAfterFailures == 2; }},
        {{u"--block-seconds=2"_s}, [](const Options &o) { return o.blockSeconds == 2; }},
        {{u"--token-lifetime=2"_s}, [](const Options &o) { return o.tokenLifetimeSeconds == 2; }},
        {{u"--opaque-tokens"_s}, [](const Options &o) { return !o.jwt; }},
        {{u"--no-expires-in"_s}, [](const Options &o) { return !o.tellExpiresIn; }},
        {{u"--stateless-tokens"_s}, [](const Options &o) { return o.statelessTokens; }},
        {{u"--api-key-header=x"_s}, [](const Options &o) { return o.apiKeyHeader == "x"_L1; }},
        {{u"--enforce-key-permissions"_s}, [](const Options &o) { return o.enforceKeyPermissions; }},
        {{u"--replace-on-update"_s}, [](const Options &o) { return o.replaceOnUpdate; }},
        {{u"--ignore=a"_s, u"--ignore=b"_s},
         [](const Options &o) {
             return o.ignoredMembers == QStringList{u"a"_s, u"b"_s};
         }},
        {{u"--allow-shared-email"_s}, [](const Options &o) { return !o.refuseEmailInUse; }},
        {{u"--update-without-user"_s}, [](const Options &o) { return !o.updateAnswersUser; }},
        {{u"--store-everything"_s}, [](const Options &o) { return o.storeEverything; }},
    };
    return list;
}

bool readArguments(const QStringList &arguments, CommandLine &line, QString *error)
{
    QCommandLineParser parser;
    CommandLine::addOptions(parser);
    *error = parser.parse(QStringList{u"lanyard-service"_s} + arguments) ? QString() : parser.errorText();
    return error->isEmpty() && line.read(parser, error);
}

} // namespace

void ServiceProgramTest::switches_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Check>("check");
    for (const Row &row : rows()) {
        QTest::newRow(qPrintable(row.arguments.join(u' '))) << row.arguments << row.check;
    }
}

void ServiceProgramTest::switches()
{
    QFETCH(QStringList, arguments);
    QFETCH(Check, check);
    CommandLine line;
    QString error;
    QVERIFY(!check(line.options));
    QVERIFY2(readArguments(arguments, line, &error), qPrintable(error));
    QVERIFY(check(line.options));
}

void ServiceProgramTest::everySwitchIsTested()
{
    QStringList tested;
    for (const Row &row : rows()) {
        tested.append(row.arguments.constFirst().mid(2).section(u'=', 0, 0));
    }
    for (const Switch &row : lanyard::testing::switches()) {
        QVERIFY2(tested.contains(QString::fromLatin1(row.name)), row.name);
    }
}

void ServiceProgramTest::badValues_data()
{
    QTest::addColumn<QString>("argument");
    for (const char *argument :
         {"--port=70000", "--port=x", "--tls=none", "--fraction-digits=10", "--latency=-1", "--failures=418",
          "--date-form=local", "--api-key-header=", "--state=", "--accounts=/nonexistent", "--unknown"}) {
        QTest::newRow(argument) << QString::fromLatin1(argument);
    }
}

void ServiceProgramTest::badValues()
{
    QFETCH(QString, argument);
    CommandLine line;
    QString error;
    QVERIFY(!readArguments({argument}, line, &error));
    QVERIFY2(error.contains(argument.mid(2).split(u'=').constFirst()), qPrintable(error));
}

void ServiceProgramTest::state()
{
    const QTemporaryDir folder;
    const ServiceOptions options{.stateFile = folder.filePath(u"state.json"_s)};
    QByteArray token;
    {
        AccountService service(options);
        QVERIFY(service.start());
        TestClient client(service);
        client.login();
        client.update({{u"city"_s, u"Milano"_s}});
        token = client.token;
    }
    QCOMPARE(QFile::permissions(options.stateFile) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    AccountService service(options);
    QVERIFY(service.start());
    TestClient client(service);
    client.token = token;
    QCOMPARE(client.user().value("city"_L1).toString(), u"Milano"_s);
    client.logout();

    QFile file(options.stateFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    AccountService broken(options);
    QString error;
    QVERIFY(!broken.start(&error));
    QVERIFY(error.contains(options.stateFile));
}

void ServiceProgramTest::badAccounts_data()
{
    QTest::addColumn<QByteArray>("accounts");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("none") << QByteArray("{}");
    QTest::newRow("no id") << QByteArray(R"({"accounts":[{"password":"x","user":{"userName":"a"}}]})");
}

void ServiceProgramTest::badAccounts()
{
    QFETCH(QByteArray, accounts);
    AccountService service({.accounts = accounts});
    QString error;
    QVERIFY(!service.start(&error));
    QVERIFY(!error.isEmpty());
}

void ServiceProgramTest::run()
{
    const QTemporaryDir folder;
    QFile accounts(folder.filePath(u"accounts.json"_s));
    QVERIFY(accounts.open(QIODevice::WriteOnly));
    accounts.write(R"({"accounts":[{"password":"p-secret","user":{"id":"1","userName":"zoe"}}]})");
    accounts.close();

    QProcess program;
    program.start(QStringLiteral(LANYARD_SERVICE_PROGRAM),
                  {u"--accounts"_s, accounts.fileName(), u"--log"_s, folder.filePath(u"log"_s), u"--port-file"_s,
                   folder.filePath(u"port"_s), u"--state"_s, folder.filePath(u"state"_s)});
    QVERIFY(program.waitForReadyRead(10'000));
    const QByteArray firstLine = program.readLine();
    QVERIFY2(firstLine.startsWith("listening on http://127.0.0.1:"), firstLine.constData());
    VERIFY_EVENTUALLY(QFile::exists(folder.filePath(u"port"_s)));

    TestClient client(QString::fromLatin1(firstLine.trimmed().split(' ').constLast()));
    QCOMPARE(client.login(u"zoe"_s, u"p-secret"_s).status, 200);
    ::kill(static_cast<pid_t>(program.processId()), SIGTERM);
    QVERIFY(program.waitForFinished(10'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);

    QFile log(folder.filePath(u"log"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray lines = log.readAll();
    QCOMPARE(lines.count('\n'), 1);
    QVERIFY(lines.contains("zoe") && !lines.contains("p-secret"));
    QVERIFY(QFile::exists(folder.filePath(u"state"_s)));
}

LANYARD_TEST(QCoreApplication, ServiceProgramTest)
#include "tst_serviceprogram.moc"
