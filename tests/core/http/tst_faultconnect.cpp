// Connections that do not come about, and which deadline ended a call.

#include "tests/core/clientfixture.h"
#include "tests/core/heartbeat.h"
#include "tests/core/http/fullbacklog.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

quint16 closedPort()
{
    const WireServer gone;
    return gone.port();
}

// The beginning of what a TLS server says first: a record that promises 122 bytes and a ServerHello of 118.
const QByteArray halfHandshake = QByteArray::fromHex("160303007a020000760303") + QByteArray(40, '\x5a');

} // namespace

class FaultConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereNobodyAnswersIsUnreachableAtOnce_data();
    void whereNobodyAnswersIsUnreachableAtOnce();
    void aConnectionThatHangsEndsAtItsDeadline_data();
    void aConnectionThatHangsEndsAtItsDeadline();
    void aConnectionThatHangsIsCancelledAtOnce_data() { aConnectionThatHangsEndsAtItsDeadline_data(); }
    void aConnectionThatHangsIsCancelledAtOnce();
    void theErrorTellsWhichDeadlineEndedTheCall_data();
    void theErrorTellsWhichDeadlineEndedTheCall();
    void theDeadlinesAreThoseOfTheRecipe();
    void aServiceThatComesBackIsReachedAgain();
    void nothingOfHttp2IsOffered();

private:
    // Where a row's connection hangs; kept until the next row.
    [[nodiscard]] QString hangingAddress(const QByteArray &place);

    std::optional<FullBacklog> m_backlog;
    std::unique_ptr<WireServer> m_server;
    TrustStore m_trust;
};

void FaultConnectTest::whereNobodyAnswersIsUnreachableAtOnce_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("A1 a closed port") << u"http://127.0.0.1:%1"_s.arg(closedPort());
    QTest::newRow("A1 a closed port over TLS") << u"https://127.0.0.1:%1"_s.arg(closedPort());
    QTest::newRow("A1 a closed port of localhost") << u"http://localhost:%1"_s.arg(closedPort());
    QTest::newRow("A1 a closed port over IPv6") << u"https://[::1]:%1"_s.arg(closedPort());
    QTest::newRow("A1 another address of this computer") << u"http://127.9.8.7:%1"_s.arg(closedPort());
    QTest::newRow("A1 a name that nobody has") << u"https://host.invalid"_s;
}

void FaultConnectTest::whereNobodyAnswersIsUnreachableAtOnce()
{
    QFETCH(const QString, address);
    const Origin origin = originOf(address);
    const HttpLimits limits;
    for (const bool isPost : {false, true}) {
        HttpClient client(origin, m_trust);
        QElapsedTimer clock;
        clock.start();
        const Heartbeat heartbeat;
        const auto result = wait(isPost ? client.post(userPath, {}, {}) : client.get(userPath, {}));
        COMPARE_ERROR(result, Kind::Unreachable);
        QCOMPARE(result.error().subject, origin.text());
        QVERIFY(!result.error().technical.isEmpty() && !result.error().technical.contains("tried"_L1));
        // Not by the program's own limit.
        QVERIFY2(clock.elapsed() < limits.connectMs, QByteArray::number(clock.elapsed()).constData());
    }
}

void FaultConnectTest::aConnectionThatHangsEndsAtItsDeadline_data()
{
    QTest::addColumn<QByteArray>("place");
    for (const bool isPost : {false, true}) {
        for (const char *place : {"A2 nobody accepts", "A2 nobody accepts TLS", "A2 TLS is never answered",
                                  "A3 drip in the TLS handshake", "A3 half a TLS handshake"})
            QTest::addRow("%s, %s", place, isPost ? "POST" : "GET") << QByteArray(place);
    }
}

QString FaultConnectTest::hangingAddress(const QByteArray &place)
{
    m_backlog.reset();
    m_server.reset();
    if (place.contains("nobody accepts")) {
        m_backlog.emplace();
        return u"%1://127.0.0.1:%2"_s.arg(place.endsWith("TLS") ? u"https"_s : u"http"_s).arg(m_backlog->port());
    }
    m_server = std::make_unique<WireServer>();
    if (place.contains("drip"))
        m_server->setScript(WireStep::drip(halfHandshake, 20, 3).at(WireStep::When::FirstByte));
    else if (place.contains("half"))
        m_server->setScript(WireStep::answer(halfHandshake).at(WireStep::When::FirstByte));
    return u"https://127.0.0.1:%1"_s.arg(m_server->port());
}

void FaultConnectTest::aConnectionThatHangsEndsAtItsDeadline()
{
    QFETCH(const QByteArray, place);
    const bool isPost = QByteArray(QTest::currentDataTag()).endsWith("POST");
    const Origin origin = originOf(hangingAddress(place));
    QVERIFY(!m_backlog || m_backlog->works());
    constexpr HttpLimits limits = {.connectMs = 250, .inactivityMs = 250, .deadlineMs = 9000};
    HttpClient client(origin, m_trust, HttpClient::PlainHttp::Refuse, limits);
    QElapsedTimer clock;
    clock.start();
    const auto result = wait(isPost ? client.post(userPath, {{u"a"_s, 1}}, tokenOf(origin, "CANARY"))
                                    : client.get(userPath, tokenOf(origin, "CANARY")));
    // Never "outcome unknown": it cannot have been sent. Of a read without TLS Qt does not tell whether it was.
    const bool isTold = isPost || origin.isEncrypted();
    COMPARE_ERROR(result, isTold ? Kind::Unreachable : Kind::TimedOut);
    QCOMPARE(result.error().technical, isTold ? u"no connection within 250 ms"_s : u"nothing came for 250 ms"_s);
    QVERIFY2(clock.elapsed() >= 235 && clock.elapsed() < limits.deadlineMs,
             QByteArray::number(clock.elapsed()).constData());
    QVERIFY(!m_server || !m_server->received().contains("CANARY"));
}

void FaultConnectTest::aConnectionThatHangsIsCancelledAtOnce()
{
    QFETCH(const QByteArray, place);
    const bool isPost = QByteArray(QTest::currentDataTag()).endsWith("POST");
    HttpClient client(originOf(hangingAddress(place)), m_trust);
    const auto pending = isPost ? client.post(userPath, {}, {}) : client.get(userPath, {});
    spin(30);
    QElapsedTimer clock;
    clock.start();
    pending.cancel();
    COMPARE_ERROR(wait(pending), Kind::Cancelled);
    QVERIFY2(clock.elapsed() < HttpLimits().connectMs, QByteArray::number(clock.elapsed()).constData());
}

void FaultConnectTest::theErrorTellsWhichDeadlineEndedTheCall_data()
{
    QTest::addColumn<WireStep>("step");
    QTest::addColumn<QString>("words");
    QTest::newRow("A3 nothing comes") << WireStep::silence() << u"nothing came for 200 ms"_s;
    QTest::newRow("A3 it goes on and on")
        << WireStep::drip(httpAnswer(QByteArray(10'000, ' ')), 10, httpAnswer(QByteArray(10'000, ' ')).size() - 9'000)
        << u"not complete within 500 ms"_s;
}

void FaultConnectTest::theErrorTellsWhichDeadlineEndedTheCall()
{
    QFETCH(const WireStep, step);
    QFETCH(const QString, words);
    WireServer server;
    server.setScript(step);
    HttpClient client(originOf(server.address()), m_trust, HttpClient::PlainHttp::Refuse,
                      {.connectMs = 5000, .inactivityMs = 200, .deadlineMs = 500});
    for (const bool isPost : {false, true}) {
        const auto result = wait(isPost ? client.post(userPath, {}, {}) : client.get(userPath, {}));
        COMPARE_ERROR(result, isPost ? Kind::OutcomeUnknown : Kind::TimedOut);
        QCOMPARE(result.error().technical, words);
    }
}

void FaultConnectTest::theDeadlinesAreThoseOfTheRecipe()
{
    const HttpLimits limits;
    QCOMPARE(limits.connectMs, 15'000);
    QCOMPARE(limits.inactivityMs, 15'000);
    QCOMPARE(limits.deadlineMs, 30'000);
    QCOMPARE(limits.bodyBytes, 32 * 1024 * 1024);
}

// A8: after a sleep or a change of networks nothing is left of the connection; the same client goes on.
void FaultConnectTest::aServiceThatComesBackIsReachedAgain()
{
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    HttpClient client(originOf(server.address()), m_trust);
    for (int i = 0; i < 5; ++i) {
        VERIFY_OK(wait(i % 2 == 0 ? client.get(userPath, {}) : client.post(userPath, {}, {})));
        server.closeConnections();
        spin(20); // the client sees it before its next call
    }
    QCOMPARE(server.requests().size(), 5);
}

// B9: what is offered stands in the first message of TLS. Extension 16 is that of ALPN (RFC 7301).
void FaultConnectTest::nothingOfHttp2IsOffered()
{
    WireServer server;
    HttpClient client(originOf(u"https://127.0.0.1:%1"_s.arg(server.port())), m_trust, HttpClient::PlainHttp::Refuse,
                      {.connectMs = 200});
    COMPARE_ERROR(wait(client.get(userPath, {})), Kind::Unreachable);
    const QByteArray hello = server.received();
    QVERIFY(hello.startsWith("\x16\x03"));
    const auto number = [&hello](qsizetype at, int bytes) {
        qsizetype value = 0;
        for (int i = 0; i < bytes; ++i)
            value = value * 256 + static_cast<uchar>(hello.at(at + i));
        return value;
    };
    // Record 5, message 4, version 2, random 32; then three lists, each behind its own size.
    qsizetype at = 43;
    at += 1 + number(at, 1);
    at += 2 + number(at, 2);
    at += 1 + number(at, 1);
    const qsizetype end = at + 2 + number(at, 2);
    QVERIFY(end <= hello.size());
    QList<qsizetype> extensions;
    for (at += 2; at < end; at += 4 + number(at + 2, 2))
        extensions << number(at, 2);
    QVERIFY2(extensions.contains(13), "no signature algorithms: these are not the extensions");
    QVERIFY(!extensions.contains(16));
    QVERIFY(!hello.contains("h2") || !hello.contains("http/1.1"));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultConnectTest)
#include "tst_faultconnect.moc"
