// Networks that forget and wait: a connection that is gone without a word costs seconds and never a request twice; a
// service that needs long for a sign-in gets long; a load balancer's cookie goes back to it, and nowhere else.

#include "core/account/authapi.h"
#include "tests/core/nginx.h"
#include "tests/core/sessionpair.h"
#include "tests/core/wirepair.h"
#include "tests/service/accountservice.h"
#include "tests/wire/forgetfulrelay.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

constexpr HttpLimits quick = {
    .connectMs = 5000, .inactivityMs = 8000, .deadlineMs = 15'000, .staleMs = 300, .idleMs = 200};

} // namespace

class ConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadOnAForgottenConnectionGoesAgainOnANewOne();
    void aSlowServiceIsAskedTwiceAtMost();
    void aPostAfterAPauseBeginsOnANewConnection();
    void aSessionOutlivesAForgottenConnection_data();
    void aSessionOutlivesAForgottenConnection();
    void aPostAtOnceStaysOnTheConnection();
    void aPostAfterTheClockJumpedBeginsOnANewConnection_data();
    void aPostAfterTheClockJumpedBeginsOnANewConnection();
    void anAnswerFromBeforeLosesNobodysChange();
    void aSignInMayTakeLong();
    void aCookieGoesBackToItsOrigin();
    void aCookieThatIsNoneOfOursIsNotKept_data();
    void aCookieThatIsNoneOfOursIsNotKept();
    void aStickyBalancerFindsItsServer();
};

void ConnectionsTest::aReadOnAForgottenConnectionGoesAgainOnANewOne()
{
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    ForgetfulRelay relay(server.port());
    const TrustStore trust;
    HttpClient client(originOf(relay.address()), trust, HttpClient::PlainHttp::Refuse, quick);
    VERIFY_OK(wait(client.get(userPath, {})));
    for (int i = 0; i < 3; ++i) {
        relay.forget();
        QElapsedTimer took;
        took.start();
        VERIFY_OK(wait(client.get(userPath, {})));
        QVERIFY2(took.elapsed() < 3000, QByteArray::number(took.elapsed()).constData());
    }
    QCOMPARE(server.requests().size(), 4); // none arrived twice
}

// It is not gone, it takes its time: the second try is waited for.
void ConnectionsTest::aSlowServiceIsAskedTwiceAtMost()
{
    AccountService service({.latencyMs = 0});
    QVERIFY(service.start());
    const TrustStore trust;
    HttpClient client(originOf(service.address()), trust, HttpClient::PlainHttp::Refuse, quick);
    AuthApi api(client);
    const auto login = wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard")));
    VERIFY_OK(login);
    const Credential token = Credential::make(Credential::Kind::Token, client.origin(), login.value().token).value();
    VERIFY_OK(wait(api.user(token)));
    ServiceOptions slow = service.options();
    slow.latencyMs = 1500;
    service.setOptions(slow);
    service.clearRequests();
    VERIFY_OK(wait(api.user(token)));
    QCOMPARE(service.count("GET", "/v1/auth/user"), 2);
}

void ConnectionsTest::aPostAfterAPauseBeginsOnANewConnection()
{
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    ForgetfulRelay relay(server.port());
    const TrustStore trust;
    HttpClient client(originOf(relay.address()), trust, HttpClient::PlainHttp::Refuse, quick);
    VERIFY_OK(wait(client.get(userPath, {})));
    relay.forget();
    spin(quick.idleMs + 100);
    VERIFY_OK(wait(client.post(userPath, {{u"a"_s, 1}}, {})));
    QCOMPARE(relay.connections(), 2);
    QCOMPARE(server.requests().size(), 2);
}

void ConnectionsTest::aSessionOutlivesAForgottenConnection_data()
{
    QTest::addColumn<QString>("act");
    for (const char *act : {"reload", "save", "sign out"})
        QTest::newRow(act) << QString::fromLatin1(act);
}

void ConnectionsTest::aSessionOutlivesAForgottenConnection()
{
    QFETCH(const QString, act);
    SessionPair pair({}, quick);
    ForgetfulRelay relay(static_cast<quint16>(QUrl(pair.service.address()).port()));
    SignInRequest request = pair.request();
    request.server = relay.address();
    QVERIFY(pair.signIn(request));
    pair.service.clearRequests();
    QTest::qWait(quick.idleMs + 200);
    relay.forget();
    QElapsedTimer timer;
    timer.start();
    if (act == u"reload") {
        QSignalSpy users(&pair.session, &Session::userChanged);
        pair.session.reload();
        QVERIFY(users.wait(patienceMs));
    } else if (act == u"save") {
        QSignalSpy saved(&pair.session, &Session::saved);
        pair.session.save({{Path::field(u"city"), u"Bari"_s}});
        QVERIFY(saved.wait(patienceMs));
    } else {
        pair.session.signOut();
        QTRY_COMPARE(pair.service.requests().size(), 1);
    }
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    int posts = 0;
    for (const auto &seen : pair.service.requests())
        posts += seen.method == "POST" ? 1 : 0;
    QCOMPARE(posts, act == u"reload" ? 0 : 1);
}

void ConnectionsTest::aPostAtOnceStaysOnTheConnection()
{
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    ForgetfulRelay relay(server.port());
    const TrustStore trust;
    HttpClient client(originOf(relay.address()), trust);
    VERIFY_OK(wait(client.get(userPath, {})));
    VERIFY_OK(wait(client.post(userPath, {{u"a"_s, 1}}, {})));
    QCOMPARE(relay.connections(), 1);
}

// A gateway that has lost count sent the last answer twice. Merged with that one, a save would take back what somebody
// else has changed since.
void ConnectionsTest::anAnswerFromBeforeLosesNobodysChange()
{
    const auto answered = [](const QByteArray &region, const QByteArray &city) {
        return httpAnswer(R"({"success":true,"user":{"id":"7","region":")" + region + R"(","city":")" + city + "\"}}");
    };
    const QByteArray old = answered("Lazio", "Roma");
    WireServer server;
    server.setScripts({{WireStep::answer(httpAnswer(R"({"success":true,"token":"abc"})")),
                        WireStep::drip(old + old, 1, old.size()), WireStep::answer(answered("Lazio", "Bari"))},
                       {WireStep::answer(answered("Puglia", "Roma")), WireStep::answer(answered("Puglia", "Bari"))}});
    MemoryStore store;
    TrustStore trust;
    AccountList accounts;
    Session session(store, trust, accounts);
    QSignalSpy signedIn(&session, &Session::signedIn);
    session.signIn({.server = server.address(), .userName = u"a"_s, .secret = Secret::fromText(u"b")});
    QVERIFY(signedIn.wait(patienceMs));
    spin(600); // the second one has come
    QSignalSpy saved(&session, &Session::saved);
    session.save({{Path::field(u"city"), u"Bari"_s}});
    QVERIFY(saved.wait(patienceMs));
    QCOMPARE(server.requests().last().method, "POST");
    QVERIFY2(server.requests().last().body.contains("Puglia"), server.requests().last().body.constData());
}

void ConnectionsTest::aPostAfterTheClockJumpedBeginsOnANewConnection_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("connections");
    QTest::newRow("it stands") << 0 << 1;
    QTest::newRow("the computer slept for an hour") << 3600 << 2;
    QTest::newRow("it was put back") << -3600 << 2;
}

// While a computer sleeps its steady clock stands: only the other one tells how long ago the last answer came.
void ConnectionsTest::aPostAfterTheClockJumpedBeginsOnANewConnection()
{
    QFETCH(const int, seconds);
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    ForgetfulRelay relay(server.port());
    const TrustStore trust;
    HttpClient client(originOf(relay.address()), trust);
    QDateTime now = QDateTime::currentDateTimeUtc();
    client.setClock([&now] { return now; });
    VERIFY_OK(wait(client.get(userPath, {})));
    now = now.addSecs(seconds);
    VERIFY_OK(wait(client.post(userPath, {{u"a"_s, 1}}, {})));
    QTEST(relay.connections(), "connections");
}

void ConnectionsTest::aSignInMayTakeLong()
{
    AccountService service({.latencyMs = 900});
    QVERIFY(service.start());
    const TrustStore trust;
    HttpLimits limits = {
        .inactivityMs = 300, .deadlineMs = 600, .patientInactivityMs = 5000, .patientDeadlineMs = 10'000};
    HttpClient client(originOf(service.address()), trust, HttpClient::PlainHttp::Refuse, limits);
    AuthApi api(client);
    VERIFY_OK(wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard"))));
    QCOMPARE(service.requests().size(), 1);
    COMPARE_ERROR(wait(api.user(tokenOf(client.origin(), "canary"))), Kind::TimedOut);
}

void ConnectionsTest::aCookieGoesBackToItsOrigin()
{
    WirePair pair(WireStep::answer(httpAnswer(success, "200 OK", "Set-Cookie: route=canary; Path=/; HttpOnly\r\n")));
    VERIFY_OK(wait(pair.client.post(userPath, {}, {})));
    VERIFY_OK(wait(pair.client.get(userPath, {})));
    QCOMPARE(pair.server.requests().at(0).countOf("Cookie"), 0);
    QCOMPARE(pair.server.requests().at(1).header("Cookie"), QByteArray("route=canary"));
    // Another port is another service; and another client (another session) begins without.
    WireServer elsewhere;
    elsewhere.setScript(WireStep::answer(httpAnswer(success)));
    HttpClient other(originOf(elsewhere.address()), pair.trust);
    VERIFY_OK(wait(other.get(userPath, {})));
    HttpClient again(pair.origin, pair.trust);
    VERIFY_OK(wait(again.get(userPath, {})));
    QCOMPARE(elsewhere.requests().first().countOf("Cookie"), 0);
    QCOMPARE(pair.server.requests().last().countOf("Cookie"), 0);
}

void ConnectionsTest::aCookieThatIsNoneOfOursIsNotKept_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const QByteArray header : {"a=1; Domain=evil.example", "a=1; Domain=example", "a=1; Secure",
                                    "a=1; Path=/elsewhere", "=1", "a=1; Max-Age=0"})
        QTest::newRow(header.constData()) << header;
    QTest::newRow("larger than 4 KiB") << "a=" + QByteArray(5000, 'x');
}

void ConnectionsTest::aCookieThatIsNoneOfOursIsNotKept()
{
    QFETCH(const QByteArray, header);
    WirePair pair(WireStep::answer(httpAnswer(success, "200 OK", "Set-Cookie: " + header + "\r\n")));
    VERIFY_OK(wait(pair.client.get(userPath, {})));
    VERIFY_OK(wait(pair.client.get(userPath, {})));
    QCOMPARE(pair.server.requests().last().countOf("Cookie"), 0);
}

// Each server behind it knows its own sessions only, and without the cookie the answer comes from the other one.
void ConnectionsTest::aStickyBalancerFindsItsServer()
{
    AccountService service;
    QVERIFY(service.start());
    Nginx nginx(R"(
        server { listen PORT1;
                 location /v1/auth/login { add_header Set-Cookie "route=a; Path=/; HttpOnly"; proxy_pass UPSTREAM; }
                 location / { if ($cookie_route != a) { return 401; } proxy_pass UPSTREAM; } }
    )",
                service.address().toUtf8());
    QVERIFY(nginx.start());
    const TrustStore trust;
    HttpClient client(originOf(nginx.address(1)), trust);
    AuthApi api(client);
    const auto login = wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard")));
    VERIFY_OK(login);
    const Credential token = Credential::make(Credential::Kind::Token, client.origin(), login.value().token).value();
    VERIFY_OK(wait(api.user(token)));
    VERIFY_OK(wait(api.logout(token)));
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::ConnectionsTest)
#include "tst_connections.moc"
