// A connection that is opened before there is a call for it: the call does not wait for one, nothing is sent over it
// before, and a certificate is accepted over it no sooner than over any other.

#include "tests/core/clientfixture.h"
#include "tests/core/sessionfixture.h"
#include "tests/core/wiretls.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"
#include "tests/wire/forgetfulrelay.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using First = HttpClient::First;

namespace {

constexpr HttpLimits soon = {
    .connectMs = 5000, .inactivityMs = 8000, .deadlineMs = 15'000, .staleMs = 300, .idleMs = 200, .keptMs = 600};

// A scripted server that answers everything, behind a relay that counts connections.
struct Line
{
    explicit Line(const QString &scheme, bool isTrusted = true) : relay(server.port())
    {
        server.setScript(WireStep::answer(httpAnswer(success)));
        origin = originOf(relay.address(scheme));
        if (origin.isEncrypted())
            server.setTls(serverTls());
        if (origin.isEncrypted() && isTrusted && !trust.setPin(origin, pinOf(serverTls())))
            QTest::qFail("the pin was not kept", __FILE__, __LINE__);
        client = std::make_unique<HttpClient>(origin, trust, HttpClient::PlainHttp::Refuse, soon);
    }

    WireServer server;
    ForgetfulRelay relay;
    TrustStore trust;
    Origin origin = originOf(u"http://127.0.0.1"_s);
    std::unique_ptr<HttpClient> client;
};

constexpr int handshakeMs = 150;

} // namespace

class ConnectionAheadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallTakesTheConnection_data();
    void aCallTakesTheConnection();
    void aCallThatComesFirstWaitsForIt_data() { addSchemes(); }
    void aCallThatComesFirstWaitsForIt();
    void noCallWaitsLongForIt();
    void aCallThatIsCancelledWhileItWaitsIsNotSent();
    void noCertificateIsAcceptedAhead_data();
    void noCertificateIsAcceptedAhead();
    void aChangeOfTrustEndsIt();
    void oneThatGetsOldIsOpenedAgain();
    void aSignInTakesIt();
    void aSignInElsewhereDoesNotTakeIt();
    void aSignInOverItKnowsTheSecretsOfTheSession();
    void itEndsWithTheSession();
    void itEndsWithTheProgram();
    void aSaveTakesOneThatNothingWasSentOver();

private:
    static void addSchemes();
};

void ConnectionAheadTest::addSchemes()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("https") << u"https"_s;
}

void ConnectionAheadTest::aCallTakesTheConnection_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("isPost");
    for (const char *scheme : {"http", "https"}) {
        QTest::addRow("%s, GET", scheme) << QString::fromLatin1(scheme) << false;
        QTest::addRow("%s, POST", scheme) << QString::fromLatin1(scheme) << true;
    }
}

void ConnectionAheadTest::aCallTakesTheConnection()
{
    QFETCH(const QString, scheme);
    QFETCH(const bool, isPost);
    Line line(scheme);
    line.client->connectAhead(isPost ? First::Post : First::Read);
    line.client->connectAhead(isPost ? First::Post : First::Read); // not another one
    COMPARE_EVENTUALLY(line.server.connections(), 1);
    spin(handshakeMs);
    QCOMPARE(line.server.received(), QByteArray());
    VERIFY_OK(wait(isPost ? line.client->post(userPath, {{u"a"_s, 1}}, {})
                          : line.client->get(userPath, {}, HttpClient::Over::NewConnection)));
    QCOMPARE(line.relay.connections(), 1);
    QCOMPARE(line.server.requests().size(), 1);
}

void ConnectionAheadTest::aCallThatComesFirstWaitsForIt()
{
    QFETCH(const QString, scheme);
    Line line(scheme);
    line.client->connectAhead(First::Post);
    const auto first = line.client->post(userPath, {{u"a"_s, 1}}, {});
    VERIFY_OK(wait(first));
    QCOMPARE(line.relay.connections(), 1);
    QCOMPARE(line.server.requests().size(), 1);
}

// It accepts, and then says nothing: a handshake that hangs.
void ConnectionAheadTest::noCallWaitsLongForIt()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const TrustStore trust;
    HttpLimits limits = soon;
    limits.connectMs = 700;
    HttpClient client(originOf(u"https://127.0.0.1:%1"_s.arg(silent.serverPort())), trust,
                      HttpClient::PlainHttp::Refuse, limits);
    client.connectAhead(First::Post);
    QElapsedTimer took;
    took.start();
    COMPARE_ERROR(wait(client.post(userPath, {}, {})), Kind::Unreachable);
    QVERIFY2(took.elapsed() < limits.staleMs + 2 * limits.connectMs, QByteArray::number(took.elapsed()).constData());
}

void ConnectionAheadTest::aCallThatIsCancelledWhileItWaitsIsNotSent()
{
    Line line(u"https"_s);
    line.client->connectAhead(First::Post);
    const auto call = line.client->post(userPath, {{u"a"_s, 1}}, {});
    call.cancel();
    COMPARE_ERROR(wait(call), Kind::Cancelled);
    spin(handshakeMs + soon.staleMs);
    QCOMPARE(line.server.received(), QByteArray());
}

void ConnectionAheadTest::noCertificateIsAcceptedAhead_data()
{
    QTest::addColumn<bool>("isPinned"); // another one is
    QTest::addColumn<bool>("waits");    // until the handshake is over
    QTest::newRow("not trusted") << false << true;
    QTest::newRow("not trusted, called at once") << false << false;
    QTest::newRow("another one is trusted") << true << true;
    QTest::newRow("another one is trusted, called at once") << true << false;
}

void ConnectionAheadTest::noCertificateIsAcceptedAhead()
{
    QFETCH(const bool, isPinned);
    QFETCH(const bool, waits);
    Line line(u"https"_s, false);
    if (isPinned)
        QVERIFY(line.trust.setPin(line.origin, QByteArray(32, 'x')));
    line.client->connectAhead(First::Post);
    if (waits)
        spin(handshakeMs);
    const auto answer = wait(line.client->post(userPath, {{u"a"_s, 1}}, {}));
    QVERIFY(!answer);
    QVERIFY(answer.error().certificate);
    QCOMPARE(line.server.received(), QByteArray());
    // And once it is known to fail, it is not tried at each letter that is typed.
    const int before = line.relay.connections();
    line.client->connectAhead(First::Post);
    spin(handshakeMs);
    QCOMPARE(line.relay.connections(), before);
}

void ConnectionAheadTest::aChangeOfTrustEndsIt()
{
    Line line(u"https"_s);
    line.client->connectAhead(First::Post);
    COMPARE_EVENTUALLY(line.server.connections(), 1);
    spin(handshakeMs);
    QVERIFY(line.trust.removePin(line.origin));
    const auto answer = wait(line.client->post(userPath, {{u"a"_s, 1}}, {}));
    QVERIFY(!answer);
    QVERIFY(answer.error().certificate);
    QCOMPARE(line.server.received(), QByteArray());
}

void ConnectionAheadTest::oneThatGetsOldIsOpenedAgain()
{
    Line line(u"https"_s);
    for (int times = 1; times <= 2; ++times) {
        line.client->connectAhead(First::Read);
        COMPARE_EVENTUALLY(line.server.connections(), times);
        spin(soon.keptMs + 100);
    }
}

void ConnectionAheadTest::aSignInTakesIt()
{
    SessionFixture pair({.tls = ServiceOptions::Tls::SelfSigned}, {.http = soon});
    ForgetfulRelay relay(static_cast<quint16>(QUrl(pair.service.address()).port()));
    SignInRequest request = pair.request();
    request.server = relay.address(u"https"_s);
    QVERIFY(
        pair.trust.setPin(originOf(request.server), certificateSha256(QSslCertificate(pair.service.certificatePem()))));
    pair.session.expectSignIn(request.server);
    COMPARE_EVENTUALLY(relay.connections(), 1);
    QVERIFY(pair.signIn(request));
    QCOMPARE(relay.connections(), 1);
}

void ConnectionAheadTest::aSignInElsewhereDoesNotTakeIt()
{
    SessionFixture pair({}, {.http = soon});
    WireServer other;
    pair.session.expectSignIn(other.address());
    COMPARE_EVENTUALLY(other.connections(), 1);
    QVERIFY(pair.signIn());
    QCOMPARE(other.received(), QByteArray());
}

// The service may name one in an answer to it.
void ConnectionAheadTest::aSignInOverItKnowsTheSecretsOfTheSession()
{
    const QString key = u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s;
    SessionFixture pair({}, {.http = soon});
    QVERIFY(pair.signIn());
    ForcedAnswer refusal;
    refusal.path = "/v1/auth/login";
    refusal.status = 200;
    refusal.body = R"({"success":false,"code":7,"message":"see )" + key.toUtf8() + R"("})";
    pair.service.failNext(refusal);
    pair.session.expectSignIn(pair.service.address());
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(pair.request());
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::SignInRefused);
    QCOMPARE(errorOf(failed).serverMessage, u"see •••"_s);
}

// A sign-out leaves nothing open for whoever has left.
void ConnectionAheadTest::itEndsWithTheSession()
{
    SessionFixture pair; // with a connection that would be kept for long
    QVERIFY(pair.signIn());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    pair.session.expectSignIn(u"http://127.0.0.1:%1"_s.arg(other.serverPort()));
    VERIFY_EVENTUALLY(other.hasPendingConnections());
    const std::unique_ptr<QTcpSocket> open(other.nextPendingConnection());
    QCOMPARE(open->state(), QAbstractSocket::ConnectedState);
    constexpr int soonMs = 5'000;
    QElapsedTimer took;
    took.start();
    pair.session.signOut();
    COMPARE_EVENTUALLY(open->state(), QAbstractSocket::UnconnectedState);
    QVERIFY2(took.elapsed() < soonMs, QByteArray::number(took.elapsed()).constData());
}

// Also if a sign-in waits for it: what was cancelled waits in the event queue, behind the news of the connection.
void ConnectionAheadTest::itEndsWithTheProgram()
{
    AccountService service({.tls = ServiceOptions::Tls::SelfSigned});
    QVERIFY(service.start());
    {
        SessionFixture program({}, {.http = soon});
        SignInRequest request = program.request();
        request.server = service.address();
        program.session.expectSignIn(request.server);
        program.session.signIn(request);
        QCoreApplication::processEvents(); // begins to connect, in a thread of Qt's
        QThread::msleep(handshakeMs);      // the certificate waits for an answer
    }
    spin(handshakeMs);
    QVERIFY(service.requests().isEmpty());
}

// The read of a save must not take for its answer what a gateway has sent late for another call.
void ConnectionAheadTest::aSaveTakesOneThatNothingWasSentOver()
{
    SessionFixture pair({}, {.http = soon});
    ForgetfulRelay relay(static_cast<quint16>(QUrl(pair.service.address()).port()));
    SignInRequest request = pair.request();
    request.server = relay.address();
    QVERIFY(pair.signIn(request));
    QCOMPARE(relay.connections(), 1);
    pair.session.expectSave();
    COMPARE_EVENTUALLY(relay.connections(), 2);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::field(u"city"), u"Bari"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(relay.connections(), 2);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ConnectionAheadTest)
#include "tst_connectionahead.moc"
