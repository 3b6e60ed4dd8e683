// What ends a call: every answer, none, too much of one, and the person.

#include "tests/core/wirepair.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceEndsTheCall();
    void aDripEndsAtTheDeadline_data();
    void aDripEndsAtTheDeadline();
    void aSlowAnswerThatKeepsComingIsWaitedFor();
    void aBodyBeyondTheLimitIsCutOff_data();
    void aBodyBeyondTheLimitIsCutOff();
    void aBodyOfTheLimitIsTaken();
    void onlyStatus200IsASuccess_data();
    void onlyStatus200IsASuccess();
    void whatIsNotHttpEndsInAnError_data();
    void whatIsNotHttpEndsInAnError();
    void anEndlessHeadEnds_data();
    void anEndlessHeadEnds();
    void aCallCanBeCancelled();
    void aClientCanBeDestroyedWithCallsUnderWay();
    void aClosedPortIsUnreachable();
};

void AnswersTest::silenceEndsTheCall()
{
    const HttpLimits limits{.inactivityMs = 200, .deadlineMs = 60'000};
    WirePair pair(WireStep::silence(), limits);
    COMPARE_ERROR(wait(pair.client.get(userPath, {})), Kind::TimedOut);
    COMPARE_ERROR(wait(pair.client.post(userPath, {}, {})), Kind::OutcomeUnknown);
    QCOMPARE(pair.server.received().count("POST"), 1);
}

void AnswersTest::aDripEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("inBody");
    QTest::newRow("in the status line") << "HTTP/1.1 200 " + QByteArray(10'000, 'x') << false;
    QTest::newRow("in the head") << "HTTP/1.1 200 OK\r\nX-Drip: " + QByteArray(10'000, 'x') << false;
    QTest::newRow("in the body") << httpAnswer(QByteArray(10'000, ' ') + success) << true;
    QTest::newRow("in a body without length") << "HTTP/1.1 200 OK\r\n\r\n" + success + QByteArray(10'000, ' ') << true;
}

void AnswersTest::aDripEndsAtTheDeadline()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, inBody);
    const HttpLimits limits{.inactivityMs = 400, .deadlineMs = 800};
    WirePair pair(WireStep::drip(answer, 5, inBody ? answer.indexOf("\r\n\r\n") + 4 : 0), limits);
    QElapsedTimer timer;
    timer.start();
    COMPARE_ERROR(wait(pair.client.get(userPath, {})), Kind::TimedOut);
    if (inBody) // Qt's own timer looks at the body only, and ends the others
        QVERIFY(timer.elapsed() >= limits.deadlineMs - 50);
    COMPARE_ERROR(wait(pair.client.post(userPath, {}, {})), Kind::OutcomeUnknown);
    QVERIFY(timer.elapsed() < 10'000);
}

void AnswersTest::aSlowAnswerThatKeepsComingIsWaitedFor()
{
    const QByteArray answer = httpAnswer(QByteArray(100, ' ') + success);
    WirePair pair(WireStep::drip(answer, 10, answer.size() - 110), {.inactivityMs = 800, .deadlineMs = 60'000});
    VERIFY_OK(wait(pair.client.get(userPath, {})));
}

void AnswersTest::aBodyBeyondTheLimitIsCutOff_data()
{
    QTest::addColumn<WireStep>("step");
    QTest::newRow("with a length") << WireStep::answer(httpAnswer(QByteArray(2'000'000, ' ') + success));
    QTest::newRow("endless") << WireStep::flood("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(100'000, ' '));
    QTest::newRow("endless chunks") << WireStep::flood("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                                       QByteArray("2\r\n  \r\n").repeated(40'000));
    QTest::newRow("one too much") << WireStep::answer(httpAnswer(QByteArray(65'537, ' ')));
}

void AnswersTest::aBodyBeyondTheLimitIsCutOff()
{
    QFETCH(const WireStep, step);
    WirePair pair(step, {.bodyBytes = 65'536});
    COMPARE_ERROR(wait(pair.client.get(userPath, {})), Kind::TooLarge);
    COMPARE_ERROR(wait(pair.client.post(userPath, {}, {})), Kind::OutcomeUnknown);
    QCOMPARE(pair.server.received().count("POST"), 1);
}

void AnswersTest::aBodyOfTheLimitIsTaken()
{
    WirePair pair(WireStep::answer(httpAnswer(success + QByteArray(65'536 - success.size(), ' '))),
                  {.bodyBytes = 65'536});
    VERIFY_OK(wait(pair.client.get(userPath, {})));
}

void AnswersTest::onlyStatus200IsASuccess_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("201") << httpAnswer(success, "201 Created") << Kind::NotTheService;
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << Kind::NotTheService;
    QTest::newRow("206") << httpAnswer(success, "206 Partial Content", "Content-Range: bytes 0-15/16\r\n")
                         << Kind::NotTheService;
    QTest::newRow("304") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << Kind::NotTheService;
    QTest::newRow("302 to nowhere") << httpAnswer(success, "302 Found") << Kind::NotTheService;
    QTest::newRow("403") << httpAnswer(success, "403 Forbidden") << Kind::Forbidden;
    QTest::newRow("511") << httpAnswer("<html>", "511 Network Authentication Required") << Kind::NotTheService;
    QTest::newRow("web page") << httpAnswer("<html>", "200 OK", {}, "text/html") << Kind::NotTheService;
}

void AnswersTest::onlyStatus200IsASuccess()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Kind, kind);
    WirePair pair(WireStep::answer(answer));
    COMPARE_ERROR(wait(pair.client.get(userPath, {})), kind);
    COMPARE_ERROR(wait(pair.client.post(userPath, {}, {})), kind);
    QCOMPARE(pair.server.requests().size(), 2);
}

void AnswersTest::whatIsNotHttpEndsInAnError_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("SMTP") << QByteArray("220 mail.example.com ESMTP\r\n");
    QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7);
    QTest::newRow("HTTP/2") << QByteArray("\x00\x00\x12\x04\x00\x00\x00\x00\x00", 9);
    QTest::newRow("JSON alone") << success;
    QTest::newRow("no status") << QByteArray("HTTP/1.1\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{");
    QTest::newRow("bad chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
    QTest::newRow("said to be compressed") << httpAnswer("\x1f\x8b\x08", "200 OK", "Content-Encoding: gzip\r\n");
}

void AnswersTest::whatIsNotHttpEndsInAnError()
{
    QFETCH(const QByteArray, answer);
    WirePair pair(WireStep::lastAnswer(answer), {.inactivityMs = 1000, .deadlineMs = 3000});
    QVERIFY(!wait(pair.client.get(userPath, {})));
    pair.server.clear();
    QVERIFY(!wait(pair.client.post(userPath, {}, {})));
    QVERIFY(pair.server.received().count("POST") <= 1); // the connection may have been seen to end
}

void AnswersTest::anEndlessHeadEnds_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("1,000 headers") << httpAnswer(success, "200 OK", QByteArray("X-Many: 1\r\n").repeated(1000));
    QTest::newRow("300 KiB header") << httpAnswer(success, "200 OK", "X-Long: " + QByteArray(307'200, 'x') + "\r\n");
    QTest::newRow("no end") << "HTTP/1.1 200 OK\r\n" + QByteArray("X-Many: 1\r\n").repeated(100'000);
}

void AnswersTest::anEndlessHeadEnds()
{
    QFETCH(const QByteArray, answer);
    WirePair pair(WireStep::answer(answer), {.inactivityMs = 500, .deadlineMs = 1500});
    QElapsedTimer timer;
    timer.start();
    const auto result = wait(pair.client.get(userPath, {})); // a success or an error, but an end
    QVERIFY2(timer.elapsed() < 10'000, told(result).constData());
}

void AnswersTest::aCallCanBeCancelled()
{
    WirePair pair(WireStep::silence());
    const auto get = pair.client.get(userPath, {});
    get.cancel();
    COMPARE_ERROR(wait(get), Kind::Cancelled); // before anything was sent
    const auto post = pair.client.post(userPath, {}, {});
    connect(&pair.server, &WireServer::requestArrived, this, [post] { post.cancel(); });
    COMPARE_ERROR(wait(post), Kind::Cancelled);
    QCOMPARE(pair.server.received().count("POST"), 1);
    post.cancel(); // once more does no harm
}

void AnswersTest::aClientCanBeDestroyedWithCallsUnderWay()
{
    WireServer server;
    server.setScript(WireStep::silence());
    const TrustStore trust;
    QList<Pending<ServiceAnswer>> calls;
    {
        HttpClient client(originOf(server.address()), trust);
        for (int i = 0; i < 4; ++i)
            calls << client.get(userPath, {}) << client.post(userPath, {{u"a"_s, 1}}, {});
        spin(20);
        calls << client.post(userPath, {}, {}); // and one that was not begun
    }
    for (const auto &call : calls)
        COMPARE_ERROR(wait(call), Kind::Cancelled);
}

void AnswersTest::aClosedPortIsUnreachable()
{
    auto server = std::make_unique<WireServer>();
    const Origin origin = originOf(server->address());
    server.reset();
    const TrustStore trust;
    HttpClient client(origin, trust);
    COMPARE_ERROR(wait(client.get(userPath, {})), Kind::Unreachable);
    COMPARE_ERROR(wait(client.post(userPath, {}, {})), Kind::Unreachable); // known not to have been sent
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::AnswersTest)
#include "tst_answers.moc"
