// Asking again: a read at most twice more and only where it can help, a POST never.

#include "core/http/retry.h"
#include "tests/core/clientfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lanyard::RawAnswer)

namespace lanyard::testing {

using Kind = Error::Kind;
using Network = QNetworkReply::NetworkError;
using Stop = RawAnswer::Stop;

namespace {

const QByteArray ok = httpAnswer(success);

QByteArray later(const QByteArray &status, const QByteArray &retryAfter)
{
    return httpAnswer({}, status, retryAfter.isEmpty() ? QByteArray() : "Retry-After: " + retryAfter + "\r\n");
}

QByteArray dateIn(int seconds)
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc().addSecs(seconds), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

} // namespace

class FaultRetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pauses_data();
    void pauses();
    void aPauseOfTheServiceIsKept_data();
    void aPauseOfTheServiceIsKept();
    void otherwiseTheAnswerIsToldAtOnce_data();
    void otherwiseTheAnswerIsToldAtOnce();
    void aPostIsNeverSentAgain_data();
    void aPostIsNeverSentAgain();
    void aLostReadIsAskedForAfterTheseTimes();
    void aPauseBeyondTheDeadlineIsNotBegun();
    void aPauseCanBeCancelled();
    void aPauseInWhichTrustChangesIsTheLast();
    void aClientCanBeDestroyedInAPause();
    void theDeadlineHoldsForAllTriesTogether();
};

void FaultRetryTest::pauses_data()
{
    QTest::addColumn<RawAnswer>("answer");
    QTest::addColumn<int>("tries");
    QTest::addColumn<int>("pause"); // -1: not again
    const auto status = [](const char *name, int code, const QByteArray &retryAfter, int tries, int pause) {
        RawAnswer answer;
        answer.status = code;
        answer.retryAfter = retryAfter;
        answer.wasSent = true;
        QTest::newRow(name) << answer << tries << pause;
    };
    status("B7 503 with 0", 503, "0", 1, 0);
    status("B7 503 with 5", 503, "5", 1, 5000);
    status("B7 503 with 6", 503, "6", 1, -1);
    status("B7 503 with 5, second try", 503, "5", 2, 5000);
    status("B7 503 with 5, third try", 503, "5", 3, -1);
    status("B7 429 with 1", 429, "1", 1, 1000);
    status("B7 429 without", 429, "", 1, -1);
    status("B7 503 with nonsense", 503, "soon", 1, -1);
    status("B7 500 with 1", 500, "1", 1, -1);
    status("B7 200 with 1", 200, "1", 1, -1);
    status("B7 301 with 1", 301, "1", 1, -1);
    const auto network = [](const char *name, Network error, bool wasSent, int tries, int pause, Stop stop = Stop::None,
                            int code = 0) {
        RawAnswer answer;
        answer.networkError = error;
        answer.wasSent = wasSent;
        answer.stop = stop;
        answer.status = code;
        QTest::newRow(name) << answer << tries << pause;
    };
    network("A5 lost", Network::RemoteHostClosedError, true, 1, 100);
    network("A5 lost again", Network::ContentReSendError, true, 2, 400);
    network("A5 lost a third time", Network::RemoteHostClosedError, true, 3, -1);
    network("A5 lost after the status", Network::ContentReSendError, true, 1, 100, Stop::None, 200);
    network("A5 cut after the status", Network::RemoteHostClosedError, true, 1, -1, Stop::None, 200);
    network("B1 a redirect that Qt would follow", Network::ContentReSendError, true, 1, -1, Stop::None, 307);
    network("A5 lost before it was sent", Network::RemoteHostClosedError, false, 1, -1);
    network("A1 refused", Network::ConnectionRefusedError, false, 1, -1);
    network("A1 no such host", Network::HostNotFoundError, false, 1, -1);
    network("A1 no TLS", Network::SslHandshakeFailedError, false, 1, -1);
    network("A3 stopped by a deadline", Network::OperationCanceledError, true, 1, -1, Stop::Silence);
    network("A3 cancelled", Network::RemoteHostClosedError, true, 1, -1, Stop::ByUser);
}

void FaultRetryTest::pauses()
{
    QFETCH(RawAnswer, answer);
    QFETCH(const int, tries);
    QFETCH(const int, pause);
    QCOMPARE(retryDelay(answer, tries).value_or(-1), pause);
    answer.isPost = true;
    QVERIFY(!retryDelay(answer, tries));
}

void FaultRetryTest::aPauseOfTheServiceIsKept_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("least");
    QTest::newRow("B7 503 with 0") << later("503 Busy", "0") << 0;
    QTest::newRow("B7 503 with 1") << later("503 Busy", "1") << 1000;
    QTest::newRow("B7 429 with 1") << later("429 Too Many", "1") << 1000;
    QTest::newRow("B7 503 with a date that is past") << later("503 Busy", "Mon, 01 Jan 1900 00:00:00 GMT") << 0;
    QTest::newRow("B7 503 with a date to come") << later("503 Busy", dateIn(2)) << 0;
}

void FaultRetryTest::aPauseOfTheServiceIsKept()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, least);
    ClientFixture pair;
    pair.server.setScript({WireStep::answer(answer), WireStep::answer(ok)});
    VERIFY_OK(wait(pair.client.get(userPath, tokenOf(pair.origin, "abc"))));
    const QList<WireRequest> requests = pair.server.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].headers, requests[1].headers);
    const qint64 pause = requests[1].atMs - requests[0].atMs;
    QVERIFY2(pause >= least * 95 / 100 && pause < 5000, QByteArray::number(pause).constData());
}

void FaultRetryTest::otherwiseTheAnswerIsToldAtOnce_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("seconds"); // those of the error
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, const QByteArray &answer, Kind kind, int seconds, int requests = 1) {
        QTest::newRow(name) << answer << kind << seconds << requests;
    };
    row("B7 429 without", later("429 Too Many", {}), Kind::TooManyRequests, -1);
    row("B7 429 with 6", later("429 Too Many", "6"), Kind::TooManyRequests, 6);
    row("B7 429 with 1000", later("429 Too Many", "1000"), Kind::TooManyRequests, 1000);
    row("B7 429 with nonsense", later("429 Too Many", "-1"), Kind::TooManyRequests, -1);
    row("B7 503 without", later("503 Busy", {}), Kind::ServiceFault, -1);
    row("B7 503 with a late date", later("503 Busy", "Thu, 01 Jun 2090 12:00:00 GMT"), Kind::ServiceFault, 86'400);
    row("B7 500 with 0", later("500 Fault", "0"), Kind::ServiceFault, 0);
    row("B7 403 with 0", later("403 Forbidden", "0"), Kind::Forbidden, 0);
    row("B7 503 with 0, always", later("503 Busy", "0"), Kind::ServiceFault, 0, 3);
    row("B7 429 with 0, always", later("429 Too Many", "0"), Kind::TooManyRequests, 0, 3);
}

void FaultRetryTest::otherwiseTheAnswerIsToldAtOnce()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Kind, kind);
    QFETCH(const int, seconds);
    QFETCH(const int, requests);
    ClientFixture pair{WireStep::answer(answer)};
    const auto result = wait(pair.client.get(userPath, {}));
    COMPARE_ERROR(result, kind);
    QCOMPARE(result.error().retryAfterSeconds, seconds);
    QCOMPARE(result.error().technical.contains("tried 3 times"_L1), requests == 3);
    spin(20);
    QCOMPARE(pair.server.requests().size(), requests);
}

void FaultRetryTest::aPostIsNeverSentAgain_data()
{
    QTest::addColumn<WireStep>("step");
    QTest::newRow("B7 503 with 0") << WireStep::answer(later("503 Busy", "0"));
    QTest::newRow("B7 429 with 0") << WireStep::answer(later("429 Too Many", "0"));
    QTest::newRow("A5 closed") << WireStep::close();
    QTest::newRow("A5 reset") << WireStep::reset();
    QTest::newRow("A5 reset as it comes") << WireStep::resetOnFirstByte();
}

void FaultRetryTest::aPostIsNeverSentAgain()
{
    QFETCH(const WireStep, step);
    ClientFixture pair(step);
    QVERIFY(!wait(pair.client.post(userPath, {}, {})));
    spin(600); // longer than both pauses of a read
    QCOMPARE(pair.server.received().count("POST /"), 1);
    // Qt 6.8 begins a second connection, and finds only then that it has nothing to send over it.
    for (const WireBytes &arrival : pair.server.arrivals())
        QCOMPARE(arrival.connection, 0);
}

void FaultRetryTest::aLostReadIsAskedForAfterTheseTimes()
{
    ClientFixture pair(WireStep::close());
    const auto result = wait(pair.client.get(userPath, {}));
    COMPARE_ERROR(result, Kind::Unreachable);
    QVERIFY2(result.error().technical.endsWith("(tried 3 times)"_L1), qPrintable(result.error().technical));
    const QList<WireRequest> requests = pair.server.requests();
    QCOMPARE(requests.size(), 3);
    const qint64 first = requests[1].atMs - requests[0].atMs;
    const qint64 second = requests[2].atMs - requests[1].atMs;
    // At least: how long they are is decided by retryDelay(), and a busy machine adds to it.
    QVERIFY2(first >= 90, QByteArray::number(first).constData());
    QVERIFY2(second >= 375, QByteArray::number(second).constData());
}

void FaultRetryTest::aPauseBeyondTheDeadlineIsNotBegun()
{
    ClientFixture pair(WireStep::answer(later("503 Busy", "5")), {.deadlineMs = 4000});
    QElapsedTimer clock;
    clock.start();
    COMPARE_ERROR(wait(pair.client.get(userPath, {})), Kind::ServiceFault);
    QVERIFY(clock.elapsed() < 4000);
    QCOMPARE(pair.server.requests().size(), 1);
}

void FaultRetryTest::aPauseCanBeCancelled()
{
    ClientFixture pair(WireStep::answer(later("503 Busy", "5")));
    const auto call = pair.client.get(userPath, {});
    COMPARE_EVENTUALLY(pair.server.requests().size(), 1);
    spin(50); // into the pause
    QElapsedTimer clock;
    clock.start();
    call.cancel();
    COMPARE_ERROR(wait(call), Kind::Cancelled);
    QVERIFY2(clock.elapsed() < 4000, QByteArray::number(clock.elapsed()).constData()); // the rest of the pause
    spin(20);
    QCOMPARE(pair.client.findChildren<HttpCall *>().size(), 0);
}

// The connection that it would be asked again over was made under other trust.
void FaultRetryTest::aPauseInWhichTrustChangesIsTheLast()
{
    ClientFixture pair(WireStep::answer(later("503 Busy", "1")));
    const auto call = pair.client.get(userPath, {});
    COMPARE_EVENTUALLY(pair.server.requests().size(), 1);
    spin(50);
    QVERIFY(pair.trust.setPin(originOf(u"https://elsewhere.example"_s), QByteArray(32, '\1')));
    COMPARE_ERROR(wait(call), Kind::ServiceFault);
    QCOMPARE(pair.server.requests().size(), 1);
}

void FaultRetryTest::aClientCanBeDestroyedInAPause()
{
    WireServer server;
    server.setScript(WireStep::answer(later("503 Busy", "1")));
    const TrustStore trust;
    auto client = std::make_unique<HttpClient>(originOf(server.address()), trust);
    const auto call = client->get(userPath, {});
    COMPARE_EVENTUALLY(server.requests().size(), 1);
    spin(50);
    client.reset();
    COMPARE_ERROR(wait(call), Kind::Cancelled);
    spin(1100);
    QCOMPARE(server.requests().size(), 1);
}

void FaultRetryTest::theDeadlineHoldsForAllTriesTogether()
{
    constexpr HttpLimits limits = {.inactivityMs = 5000, .deadlineMs = 1000};
    ClientFixture pair(WireStep::silence(), limits);
    pair.server.setScripts({{WireStep::close()}, {WireStep::silence()}});
    QElapsedTimer clock;
    clock.start();
    COMPARE_ERROR(wait(pair.client.get(userPath, {})), Kind::TimedOut);
    QVERIFY2(clock.elapsed() >= 940 && clock.elapsed() < limits.inactivityMs,
             QByteArray::number(clock.elapsed()).constData());
    QCOMPARE(pair.server.requests().size(), 2);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultRetryTest)
#include "tst_faultretry.moc"
