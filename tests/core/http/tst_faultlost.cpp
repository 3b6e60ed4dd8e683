// A5, two hundred times over: connections that end before an answer. A POST is never sent twice.

#include "core/http/oneshotdevice.h"
#include "tests/core/clientfixture.h"
#include "tests/core/wiretls.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

constexpr int plainTries = 200;

// TLS costs a handshake for each.
int triesOf(bool isTls)
{
    return isTls ? rounds(40, 200) : plainTries;
}

} // namespace

class FaultLostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyIsReadOnceAndNeverAgain();
    void aPostWithoutAnswerArrivesOnce_data();
    void aPostWithoutAnswerArrivesOnce();
    void aPostOnAConnectionThatTheServerHasClosedArrivesAtMostOnce();
    void aGetMayBeSentAgain();
};

void FaultLostTest::aBodyIsReadOnceAndNeverAgain()
{
    OneShotDevice device(Secret::fromText(u"0123456789"_s));
    QVERIFY(device.isSequential() && device.isReadable() && !device.isWritable());
    QVERIFY(!device.wasRead());
    QCOMPARE(device.bytesAvailable(), 10);
    QCOMPARE(device.read(4), "0123");
    QVERIFY(device.wasRead() && !device.atEnd());
    QVERIFY(!device.seek(0));
    QVERIFY(!device.reset());
    QCOMPARE(device.read(100), "456789");
    QVERIFY(device.atEnd());
    QCOMPARE(device.bytesAvailable(), 0);
    QVERIFY(!device.reset());
    QCOMPARE(device.read(1), QByteArray());
}

void FaultLostTest::aPostWithoutAnswerArrivesOnce_data()
{
    QTest::addColumn<WireStep>("step");
    QTest::addColumn<bool>("keptAlive");
    QTest::addColumn<bool>("tls");
    const QList<std::pair<const char *, WireStep>> steps{
        {"closed", WireStep::close()},
        {"cut", WireStep{.what = WireStep::Do::Silence, .end = WireStep::End::Cut}},
        {"reset", WireStep::reset()},
        {"reset as the POST comes", WireStep::resetOnFirstByte()},
        {"closed as the POST comes", WireStep::close().at(WireStep::When::FirstByte)},
        {"half a status line", WireStep::lastAnswer("HTTP/1.1 2")},
    };
    for (const bool tls : {false, true}) {
        for (const bool keptAlive : {false, true}) {
            for (const auto &[name, step] : steps)
                QTest::addRow("A5 %s, %s%s", name, keptAlive ? "kept alive" : "first request", tls ? " over TLS" : "")
                    << step << keptAlive << tls;
        }
    }
}

void FaultLostTest::aPostWithoutAnswerArrivesOnce()
{
    QFETCH(const WireStep, step);
    QFETCH(const bool, keptAlive);
    QFETCH(const bool, tls);
    const int tries = triesOf(tls);
    WireServer server;
    if (tls)
        server.setTls(serverTls());
    server.setScript(keptAlive ? QList<WireStep>{WireStep::answer(httpAnswer(success)), step} : QList<WireStep>{step});
    const Origin origin = originOf(server.address());
    TrustStore trust;
    if (tls)
        QVERIFY(trust.setPin(origin, pinOf(serverTls())));
    HttpClient client(origin, trust);
    for (int i = 0; i < tries; ++i) {
        if (keptAlive)
            VERIFY_OK(wait(client.get(userPath, {}))); // the connection that the POST then uses
        const auto before = server.received().count("POST ");
        const int used = server.requests().isEmpty() ? -1 : server.requests().constLast().connection;
        const auto result = wait(client.post(userPath, {{u"number"_s, i}}, tokenOf(origin, "abc")));
        const auto sent = server.received().count("POST ") - before;
        QVERIFY2(sent <= 1, QByteArray::number(sent).constData());
        // A client that has given the connection up meanwhile posts over a new one, which the script answers: once.
        if (result && keptAlive && server.requests().constLast().connection != used)
            continue;
        QVERIFY(!result);
        // With TLS, Qt may still take a connection that the other end has just closed: then nothing arrives.
        QVERIFY2(sent == 1 || (tls && sent == 0), QByteArray::number(sent).constData());
        const Kind kind = result.error().kind;
        QVERIFY2(kind == Kind::OutcomeUnknown || (sent == 0 && kind == Kind::Unreachable), told(result).constData());
    }
    const auto all = server.received().count("POST ");
    spin(20); // for what might still be on its way
    QCOMPARE(server.received().count("POST "), all);
}

// The server closes an idle connection in the very moment in which the client uses it again.
void FaultLostTest::aPostOnAConnectionThatTheServerHasClosedArrivesAtMostOnce()
{
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    const Origin origin = originOf(server.address());
    const TrustStore trust;
    for (int i = 0; i < plainTries; ++i) {
        HttpClient client(origin, trust);
        VERIFY_OK(wait(client.get(userPath, {})));
        server.clear();
        server.closeConnections();
        const auto result = wait(client.post(userPath, {{u"number"_s, i}}, {}));
        QVERIFY(server.received().count("POST ") <= 1);
        QVERIFY(!result || server.requests().size() == 1);
        QVERIFY2(result || result.error().kind == Kind::OutcomeUnknown, told(result).constData());
    }
}

void FaultLostTest::aGetMayBeSentAgain()
{
    WireServer server;
    server.setScript({WireStep::answer(httpAnswer(success)), WireStep::close()});
    const TrustStore trust;
    HttpClient client(originOf(server.address()), trust);
    for (int i = 0; i < 3; ++i)
        VERIFY_OK(wait(client.get(userPath, {}))); // on a new connection, where it is the first request
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultLostTest)
#include "tst_faultlost.moc"
