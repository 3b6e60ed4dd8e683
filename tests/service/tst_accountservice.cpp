// The service itself: transport, refusals, and what it offers to tests.

#include "tests/service/testclient.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace lanyard::testing;

using FailureForm = ServiceOptions::FailureForm;
using Tls = ServiceOptions::Tls;

class AccountServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latency();
    void paths_data();
    void paths();
    void failures_data();
    void failures();
    void malformed_data();
    void malformed();
    void tooLarge();
    void tls_data();
    void tls();
    void renewedCertificate();
    void forcedAnswers();
    void log();
    void stopsAtOnce();
    void portTaken();
};

void AccountServiceTest::latency()
{
    AccountService service({.latencyMs = 150});
    QVERIFY(service.start());
    TestClient client(service);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(client.login().status, 200);
    QVERIFY(timer.elapsed() >= 150);
}

void AccountServiceTest::paths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("html");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::newRow("unknown") << QByteArray("/v2/anything") << false << 404 << QByteArray();
    QTest::newRow("unknown, web page") << QByteArray("/") << true << 200 << QByteArray("text/html; charset=utf-8");
    QTest::newRow("other method") << QByteArray("/v1/auth/login") << false << 405 << QByteArray();
    QTest::newRow("not signed in") << QByteArray("/v1/auth/user") << false << 401 << QByteArray();
    QTest::newRow("case matters") << QByteArray("/V1/auth/user") << false << 404 << QByteArray();
}

void AccountServiceTest::paths()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, html);
    AccountService service({.htmlForUnknownPaths = html});
    QVERIFY(service.start());
    const Reply reply = TestClient(service).get(path);
    QTEST(reply.status, "status");
    QTEST(reply.header("Content-Type"), "contentType");
    QCOMPARE(reply.body.isEmpty(), !html);
}

void AccountServiceTest::failures_data()
{
    QTest::addColumn<FailureForm>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("withBody");
    QTest::addColumn<QByteArray>("withoutBody");
    const QByteArray json = "application/json; charset=utf-8";
    const QByteArray problem = "application/problem+json; charset=utf-8";
    const QByteArray html = "text/html; charset=utf-8";
    const QByteArray none;
    QTest::newRow("envelope") << FailureForm::Envelope200 << 200 << json << json;
    QTest::newRow("400") << FailureForm::Status400 << 400 << json << none;
    QTest::newRow("401") << FailureForm::Status401 << 401 << json << none;
    QTest::newRow("403") << FailureForm::Status403 << 403 << json << none;
    QTest::newRow("429") << FailureForm::Status429 << 429 << json << none;
    QTest::newRow("500") << FailureForm::Status500 << 500 << problem << none;
    QTest::newRow("502") << FailureForm::Status502 << 502 << html << html;
    QTest::newRow("503") << FailureForm::Status503 << 503 << html << html;
    QTest::newRow("problem+json") << FailureForm::ProblemJson << 400 << problem << problem;
    QTest::newRow("empty") << FailureForm::Empty << 200 << none << none;
    QTest::newRow("html") << FailureForm::Html << 200 << html << html;
}

void AccountServiceTest::failures()
{
    QFETCH(FailureForm, form);
    AccountService service({.failureForm = form, .blockAfterFailures = 2, .blockSeconds = 60});
    QVERIFY(service.start());
    TestClient client(service);
    const Reply wrong = client.login(u"mrossi"_s, u"wrong"_s);
    QTEST(wrong.status, "status");
    QTEST(wrong.header("Content-Type"), "withBody");
    QVERIFY(!wrong.json().contains("success"_L1));
    QCOMPARE(wrong.header("Retry-After").isEmpty(), form != FailureForm::Status429);

    client.login(u"mrossi"_s, u"wrong"_s);
    const Reply blocked = client.login();
    QTEST(blocked.status, "status");
    QVERIFY(client.token.isEmpty());
    QVERIFY(blocked.header("Retry-After").toInt() > 50);

    service.unblock();
    service.setOptions({.failureForm = form, .failureBody = false});
    QTEST(client.login(u"mrossi"_s, u"wrong"_s).header("Content-Type"), "withoutBody");
}

void AccountServiceTest::malformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<int>("status");
    const QByteArray json = "application/json";
    QTest::newRow("not JSON") << QByteArray("{\"username\":") << json << 400;
    QTest::newRow("a list") << QByteArray("[]") << json << 400;
    QTest::newRow("nothing") << QByteArray() << json << 400;
    QTest::newRow("no password") << QByteArray("{\"username\":\"a\"}") << json << 400;
    QTest::newRow("a number") << QByteArray("{\"username\":1,\"password\":\"\"}") << json << 400;
    QTest::newRow("form") << QByteArray("a=b") << QByteArray("application/x-www-form-urlencoded") << 415;
    QTest::newRow("text") << QByteArray("{}") << QByteArray("text/plain") << 415;
}

void AccountServiceTest::malformed()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    AccountService service;
    QVERIFY(service.start());
    const Reply reply = TestClient(service).post("/v1/auth/login", body, contentType);
    QTEST(reply.status, "status");
    QCOMPARE(reply.header("Content-Type"), "application/problem+json; charset=utf-8");
    QVERIFY(reply.json().contains("title"_L1) && reply.json().contains("traceId"_L1));
    QCOMPARE(reply.json().contains("errors"_L1), reply.status == 400);
}

void AccountServiceTest::tooLarge()
{
    AccountService service;
    QVERIFY(service.start());
    TestClient client(service);
    const Reply reply = client.post("/v1/auth/login", QByteArray(30'000'001, ' '));
    // The service may close the connection while the body is still being sent.
    QVERIFY(reply.status == 413 || reply.status == 0);
    QCOMPARE(client.login().status, 200);
}

void AccountServiceTest::tls_data()
{
    QTest::addColumn<Tls>("kind");
    QTest::addColumn<bool>("accepted"); // by a client that trusts the certificate, but checks it
    QTest::newRow("self-signed") << Tls::SelfSigned << true;
    QTest::newRow("expired") << Tls::Expired << false;
    QTest::newRow("misnamed") << Tls::Misnamed << false;
    QTest::newRow("expired and misnamed") << Tls::ExpiredMisnamed << false;
}

void AccountServiceTest::tls()
{
    QFETCH(Tls, kind);
    QFETCH(bool, accepted);
    AccountService service({.tls = kind});
    QVERIFY(service.certificatePem().isEmpty());
    QVERIFY(service.start());
    QVERIFY(service.address().startsWith(u"https://127.0.0.1:"_s));
    QVERIFY(service.certificatePem().startsWith("-----BEGIN CERTIFICATE-----"));
    QCOMPARE(TestClient(service).login().status, 200);
    QCOMPARE(TestClient(service, TestClient::Check::Certificate).login().status, accepted ? 200 : 0);
}

void AccountServiceTest::renewedCertificate()
{
    AccountService service({.tls = Tls::SelfSigned});
    QVERIFY(service.start());
    const QByteArray first = service.certificatePem();
    QVERIFY(service.start());
    QCOMPARE(service.certificatePem(), first);
    service.renewCertificate();
    QVERIFY(service.start());
    QVERIFY(service.certificatePem() != first);
    QCOMPARE(TestClient(service).login().status, 200);
}

void AccountServiceTest::forcedAnswers()
{
    AccountService service;
    QVERIFY(service.start());
    TestClient client(service);
    service.failNext({.path = "/v1/auth/user", .status = 307, .headers = {{"Location", "/elsewhere"}}, .times = 2});
    service.failNext({.method = "POST", .status = 200, .body = "<p>", .contentType = "text/html"});
    const Reply page = client.login();
    QCOMPARE(page.status, 200);
    QCOMPARE(page.body, "<p>");
    QCOMPARE(page.header("Content-Type"), "text/html");
    QCOMPARE(client.login().json().value("success"_L1), QJsonValue(true));
    QCOMPARE(client.get("/v1/auth/user").header("Location"), "/elsewhere");
    QCOMPARE(client.get("/v1/auth/user").status, 307);
    QCOMPARE(client.get("/v1/auth/user").status, 200);
}

void AccountServiceTest::log()
{
    AccountService service;
    QVERIFY(service.start());
    TestClient client(service);
    int observed = 0;
    service.setRequestObserver([&observed](const LoggedRequest &request) { observed += request.status; });
    client.login();
    client.get("/v1/auth/user?x=1");
    QCOMPARE(service.count("GET", "/v1/auth/user"), 1);
    QCOMPARE(observed, 400);
    const LoggedRequest first = service.requests().constFirst();
    QCOMPARE(first.json().value("username"_L1).toString(), u"mrossi"_s);
    QCOMPARE(first.header("content-type"), "application/json");
    QCOMPARE(first.clientAddress, "127.0.0.1");
    const QByteArray lines = redactedLine(first, "x-api-key") + redactedLine(service.requests().at(1), "x-api-key");
    QVERIFY(lines.contains("mrossi"));
    QVERIFY(!lines.contains("\"lanyard\"") && !lines.contains(client.token));
    service.clearRequests();
    QVERIFY(service.requests().isEmpty());
}

void AccountServiceTest::stopsAtOnce()
{
    AccountService service;
    QVERIFY(service.start());
    TestClient idle(service);
    idle.login();
    service.setOptions({.latencyMs = 20'000});
    TestClient waiting(service);
    std::thread call([&waiting] { waiting.login(); });
    COMPARE_EVENTUALLY(service.count("POST", "/v1/auth/login"), 2);
    QCOMPARE(service.requests().constLast().status, 0);
    QElapsedTimer timer;
    timer.start();
    service.stop();
    QVERIFY(timer.elapsed() < service.options().latencyMs);
    call.join();
    QCOMPARE(service.port(), quint16(0));
    QVERIFY(service.address().isEmpty());
}

void AccountServiceTest::portTaken()
{
    AccountService first;
    QVERIFY(first.start());
    const quint16 port = first.port();
    AccountService second({.port = port});
    QString error;
    QVERIFY(!second.start(&error));
    QVERIFY(error.contains(QString::number(port)));
    TestClient client(first);
    client.login(); // an open connection must not keep the port
    first.stop();
    QVERIFY2(second.start(&error), qPrintable(error));
    QCOMPARE(second.port(), port);
}

LANYARD_TEST(NoApplication, AccountServiceTest)
#include "tst_accountservice.moc"
