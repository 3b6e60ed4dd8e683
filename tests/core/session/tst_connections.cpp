// Networks that forget and wait: a connection that is gone without a word costs seconds and never a request twice; a
// service that needs long for a sign-in gets long; a load balancer's cookie goes back to it, and nowhere else.

#include "core/http/origincookies.h"
#include "core/session/authapi.h"
#include "tests/core/clientfixture.h"
#include "tests/core/session/nginx.h"
#include "tests/core/sessionfixture.h"
#include "tests/core/wiretls.h"
#include "tests/service/accountservice.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"
#include "tests/wire/forgetfulrelay.h"

#include <QElapsedTimer>
#include <QNetworkCookie>

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
    void aReadOnAForgottenConnectionGoesAgainOnANewOne_data() { addSchemes(); }
    void aReadOnAForgottenConnectionGoesAgainOnANewOne();
    void whereSilenceBeginsDecides_data();
    void whereSilenceBeginsDecides();
    void aSlowServiceIsAskedTwiceAtMost();
    void aPostAfterAPauseBeginsOnANewConnection_data() { addSchemes(); }
    void aPostAfterAPauseBeginsOnANewConnection();
    void aSessionOutlivesAForgottenConnection_data();
    void aSessionOutlivesAForgottenConnection();
    void aPostAtOnceStaysOnTheConnection();
    void aPostAfterTheClockJumpedBeginsOnANewConnection_data();
    void aPostAfterTheClockJumpedBeginsOnANewConnection();
    void anAnswerFromBeforeLosesNobodysChange();
    void anAnswerFromBeforeIsNotTakenForAReload();
    void anAnswerFromBeforeIsNotTakenForARefusal();
    void anAnswerFromBeforeIsNotTakenForASignOut();
    void aSignInMayTakeLong();
    void aCookieGoesBackToItsOrigin();
    void aSecureCookieGoesBackOverHttpsOnly_data();
    void aSecureCookieGoesBackOverHttpsOnly();
    void aSecureCookieOfHttpIsNotKept();
    void aCookieThatIsNoneOfOursIsNotKept_data();
    void aCookieThatIsNoneOfOursIsNotKept();
    void aStickyBalancerFindsItsServer();

private:
    static void addSchemes();
    // Trusts the server at @p address, and makes it speak TLS, if that begins with https.
    [[nodiscard]] Origin trusted(const QString &address, WireServer &server);

    std::optional<TrustStore> m_trust; // one a test
};

void ConnectionsTest::addSchemes()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("https") << u"https"_s;
}

Origin ConnectionsTest::trusted(const QString &address, WireServer &server)
{
    m_trust.emplace();
    const Origin origin = originOf(address);
    if (origin.isEncrypted()) {
        server.setTls(serverTls());
        if (!m_trust->setPin(origin, pinOf(serverTls())))
            QTest::qFail("the pin was not kept", __FILE__, __LINE__);
    }
    return origin;
}

void ConnectionsTest::aReadOnAForgottenConnectionGoesAgainOnANewOne()
{
    QFETCH(const QString, scheme);
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    ForgetfulRelay relay(server.port());
    const Origin origin = trusted(relay.address(scheme), server);
    HttpClient client(origin, *m_trust, HttpClient::PlainHttp::Refuse, quick);
    VERIFY_OK(wait(client.get(userPath, {})));
    for (int i = 0; i < 3; ++i) {
        relay.forget();
        QElapsedTimer took;
        took.start();
        VERIFY_OK(wait(client.get(userPath, {})));
        QVERIFY2(took.elapsed() < quick.inactivityMs, QByteArray::number(took.elapsed()).constData());
    }
    QCOMPARE(server.requests().size(), 4); // none arrived twice
}

void ConnectionsTest::whereSilenceBeginsDecides_data()
{
    using Script = WireServer::Script;
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QList<Script>>("scripts"); // of the connections in turn
    QTest::addColumn<bool>("isPost");
    QTest::addColumn<int>("reads"); // that succeed before
    QTest::addColumn<Kind>("kind"); // Cancelled: none, it succeeds
    QTest::addColumn<int>("sent");  // requests, with those before
    const WireStep answer = WireStep::answer(httpAnswer(success));
    const WireStep silence = WireStep::silence();
    for (const QString &scheme : {u"http"_s, u"https"_s}) {
        const auto row = [&scheme](const char *name, const QList<Script> &scripts, bool isPost, int reads, Kind kind,
                                   int sent) {
            QTest::addRow("%s, %s, %s", name, isPost ? "POST" : "GET", qPrintable(scheme))
                << scheme << scripts << isPost << reads << kind << sent;
        };
        // On a new connection nothing tells that it is not just slow.
        row("connected, then silent", {{silence}}, false, 0, Kind::TimedOut, 1);
        row("connected, then silent", {{silence}}, true, 0, Kind::OutcomeUnknown, 1);
        row("kept alive, then silent", {{answer, silence}, {answer}}, false, 1, Kind::Cancelled, 3);
        row("kept alive, then silent", {{answer, silence}, {answer}}, true, 1, Kind::OutcomeUnknown, 2);
        row("silent twice", {{answer, silence}, {silence}, {answer}}, false, 1, Kind::TimedOut, 3);
        row("kept alive, then closed", {{answer, WireStep::close()}, {answer}}, false, 1, Kind::Cancelled, 3);
        row("kept alive, then closed", {{answer, WireStep::close()}, {answer}}, true, 1, Kind::OutcomeUnknown, 2);
        row("kept alive, then reset", {{answer, WireStep::reset()}, {answer}}, false, 1, Kind::Cancelled, 3);
        row("kept alive, then reset", {{answer, WireStep::reset()}, {answer}}, true, 1, Kind::OutcomeUnknown, 2);
    }
}

// A read goes again on a new connection, once and soon; a POST never goes again.
void ConnectionsTest::whereSilenceBeginsDecides()
{
    QFETCH(const QString, scheme);
    QFETCH(const QList<WireServer::Script>, scripts);
    QFETCH(const bool, isPost);
    QFETCH(const int, reads);
    QFETCH(const Kind, kind);
    QFETCH(const int, sent);
    WireServer server;
    server.setScripts(scripts);
    const Origin origin = trusted(server.address().replace(u"http"_s, scheme), server);
    HttpLimits limits = quick;
    limits.inactivityMs = 700;
    limits.staleMs = 150;
    HttpClient client(origin, *m_trust, HttpClient::PlainHttp::Refuse, limits);
    for (int i = 0; i < reads; ++i)
        VERIFY_OK(wait(client.get(userPath, {})));
    const auto result = wait(isPost ? client.post(userPath, {{u"a"_s, 1}}, {}) : client.get(userPath, {}));
    if (kind == Kind::Cancelled) {
        VERIFY_OK(result);
    } else {
        COMPARE_ERROR(result, kind);
    }
    spin(limits.staleMs + 100);
    QCOMPARE(server.requests().size(), sent);
}

// It is not gone, it takes its time: the second try is waited for.
void ConnectionsTest::aSlowServiceIsAskedTwiceAtMost()
{
    AccountService service({.latencyMs = 0});
    QVERIFY(service.start());
    const TrustStore trust;
    AuthApi api(originOf(service.address()), trust, HttpClient::PlainHttp::Refuse, quick);
    const auto login = wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard")));
    VERIFY_OK(login);
    const Credential token = Credential::make(Credential::Kind::Token, api.origin(), login.value().token).value();
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
    QFETCH(const QString, scheme);
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success)));
    ForgetfulRelay relay(server.port());
    const Origin origin = trusted(relay.address(scheme), server);
    HttpClient client(origin, *m_trust, HttpClient::PlainHttp::Refuse, quick);
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
    QTest::addColumn<QString>("scheme");
    for (const char *act : {"reload", "save", "sign out"}) {
        for (const char *scheme : {"http", "https"})
            QTest::addRow("%s over %s", act, scheme) << QString::fromLatin1(act) << QString::fromLatin1(scheme);
    }
}

void ConnectionsTest::aSessionOutlivesAForgottenConnection()
{
    QFETCH(const QString, act);
    QFETCH(const QString, scheme);
    const bool isTls = scheme == u"https";
    SessionFixture pair({.tls = isTls ? ServiceOptions::Tls::SelfSigned : ServiceOptions::Tls::Off}, {.http = quick});
    ForgetfulRelay relay(static_cast<quint16>(QUrl(pair.service.address()).port()));
    SignInRequest request = pair.request();
    request.server = relay.address(scheme);
    if (isTls) {
        const QSslCertificate certificate(pair.service.certificatePem());
        QVERIFY(pair.trust.setPin(originOf(request.server), certificateSha256(certificate)));
    }
    QVERIFY(pair.signIn(request));
    pair.service.clearRequests();
    QTest::qWait(quick.idleMs + 200);
    relay.forget();
    QElapsedTimer timer;
    timer.start();
    if (act == u"reload") {
        QSignalSpy users(&pair.session, &Session::userChanged);
        pair.session.reload();
        QVERIFY(users.wait(timeoutMs));
    } else if (act == u"save") {
        QSignalSpy saved(&pair.session, &Session::saved);
        pair.session.save({{Path::field(u"city"), u"Bari"_s}});
        QVERIFY(saved.wait(timeoutMs));
    } else {
        pair.session.signOut();
        COMPARE_EVENTUALLY(pair.service.requests().size(), 1);
    }
    QVERIFY2(timer.elapsed() < quick.inactivityMs, qPrintable(QString::number(timer.elapsed())));
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

namespace {

QByteArray userAnswer(const QByteArray &region, const QByteArray &city)
{
    return httpAnswer(R"({"success":true,"user":{"id":"7","region":")" + region + R"(","city":")" + city + "\"}}");
}

// A session at a service that follows a script after the sign-in.
struct ScriptedSession
{
    // Those of the connection that the sign-in was made over, after its first read; and of the next ones.
    bool signIn(const WireServer::Script &first, const WireServer::Script &next)
    {
        server.setScripts(
            {WireServer::Script{WireStep::answer(httpAnswer(R"({"success":true,"token":"abc"})"))} + first, next});
        QSignalSpy signedIn(&session, &Session::signedIn);
        session.signIn({.server = server.address(), .userName = u"a"_s, .secret = Secret::fromText(u"b")});
        return signedIn.wait(timeoutMs);
    }

    WireServer server;
    MemoryStore store;
    TrustStore trust;
    SavedAccounts accounts;
    SavedSignIns signIns{store, accounts};
    Session session{signIns, trust};
};

// The answer to what was asked before, a second time: it is there when the next request arrives.
WireStep again(const QByteArray &answer)
{
    return WireStep::answer(answer).at(WireStep::When::FirstByte);
}

} // namespace

// A gateway that has lost count sent the last answer twice. Merged with that one, a save would take back what somebody
// else has changed since.
void ConnectionsTest::anAnswerFromBeforeLosesNobodysChange()
{
    const QByteArray old = userAnswer("Lazio", "Roma");
    ScriptedSession scripted;
    QVERIFY(scripted.signIn(
        {WireStep::drip(old + old, 1, old.size()), WireStep::answer(userAnswer("Lazio", "Bari"))},
        {WireStep::answer(userAnswer("Puglia", "Roma")), WireStep::answer(userAnswer("Puglia", "Bari"))}));
    spin(600); // the second one has come
    QSignalSpy saved(&scripted.session, &Session::saved);
    scripted.session.save({{Path::field(u"city"), u"Bari"_s}});
    QVERIFY(saved.wait(timeoutMs));
    const WireRequest &post = scripted.server.requests().last();
    QCOMPARE(post.method, "POST");
    QVERIFY2(post.body.contains("Puglia"), post.body.constData());
}

// Nor is it what the user asks for again.
void ConnectionsTest::anAnswerFromBeforeIsNotTakenForAReload()
{
    const QByteArray old = userAnswer("Lazio", "Roma");
    ScriptedSession scripted;
    QVERIFY(scripted.signIn({WireStep::answer(old), again(old)}, {WireStep::answer(userAnswer("Puglia", "Roma"))}));
    QSignalSpy reloaded(&scripted.session, &Session::userChanged);
    scripted.session.reload();
    QVERIFY(reloaded.wait(timeoutMs));
    QCOMPARE(scripted.session.user().document().value("region"_L1), QJsonValue(u"Puglia"_s));
}

// Nor does it show that the service has left out what was saved.
void ConnectionsTest::anAnswerFromBeforeIsNotTakenForARefusal()
{
    const QByteArray old = userAnswer("Lazio", "Roma");
    ScriptedSession scripted;
    QVERIFY(scripted.signIn({WireStep::answer(old)}, {WireStep::answer(old), again(old)}));
    QSignalSpy saved(&scripted.session, &Session::saved);
    connect(&scripted.server, &WireServer::requestArrived, this, [&scripted] {
        if (scripted.server.requests().last().method == "POST")
            scripted.server.setScript(WireStep::answer(userAnswer("Lazio", "Bari")));
    });
    scripted.session.save({{Path::field(u"city"), u"Bari"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QCOMPARE(scripted.session.user().document().value("city"_L1), QJsonValue(u"Bari"_s));
}

// Nor that the service has ended a session.
void ConnectionsTest::anAnswerFromBeforeIsNotTakenForASignOut()
{
    const QByteArray old = userAnswer("Lazio", "Roma");
    ScriptedSession scripted;
    QVERIFY(scripted.signIn({WireStep::answer(old), again(old)}, {WireStep::answer(httpAnswer("{}", "500 Error"))}));
    QSignalSpy out(&scripted.session, &Session::signedOut);
    scripted.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    QVERIFY(out.first().first().value<SignOutReport>().serviceError.has_value());
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
    AuthApi api(originOf(service.address()), trust, HttpClient::PlainHttp::Refuse, limits);
    VERIFY_OK(wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard"))));
    QCOMPARE(service.requests().size(), 1);
    COMPARE_ERROR(wait(api.user(tokenOf(api.origin(), "canary"))), Kind::TimedOut);
}

void ConnectionsTest::aCookieGoesBackToItsOrigin()
{
    ClientFixture pair(
        WireStep::answer(httpAnswer(success, "200 OK", "Set-Cookie: route=canary; Path=/; HttpOnly\r\n")));
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

void ConnectionsTest::aSecureCookieGoesBackOverHttpsOnly_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("isSent");
    const auto row = [](const QString &to, bool isSent) { QTest::newRow(qPrintable(to)) << to << isSent; };
    row(u"https://licences.example:5455/v1/auth/user"_s, true);
    row(u"http://licences.example:5455/v1/auth/user"_s, false);
    row(u"https://licences.example/v1/auth/user"_s, false);
    row(u"https://other.example:5455/v1/auth/user"_s, false);
    row(u"https://sub.licences.example:5455/v1/auth/user"_s, false);
    row(u"https://example:5455/v1/auth/user"_s, false);
}

// From the jar itself: a client asks for no other address than its own.
void ConnectionsTest::aSecureCookieGoesBackOverHttpsOnly()
{
    QFETCH(const QString, to);
    QFETCH(const bool, isSent);
    for (const QByteArray header : {"route=a; Secure; Path=/", "route=a; Path=/"}) {
        const Origin origin = originOf(u"https://licences.example:5455"_s);
        OriginCookies jar(origin);
        QVERIFY(jar.setCookiesFromUrl(QNetworkCookie::parseCookies(header), origin.url(userPath)));
        QCOMPARE(jar.cookiesForUrl(QUrl(to)).size(), isSent ? 1 : 0);
    }
    // And as it goes over the wire.
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(success, "200 OK", "Set-Cookie: route=a; Path=/; Secure\r\n")));
    const Origin origin = trusted(server.address().replace(u"http:"_s, u"https:"_s), server);
    HttpClient client(origin, *m_trust);
    VERIFY_OK(wait(client.get(userPath, {})));
    VERIFY_OK(wait(client.post(userPath, {}, {})));
    QCOMPARE(server.requests().first().countOf("Cookie"), 0);
    QCOMPARE(server.requests().last().header("Cookie"), QByteArray("route=a"));
}

// Anybody on the way could have set it (RFC 6265bis section 5.7): not even https to the same port gets it.
void ConnectionsTest::aSecureCookieOfHttpIsNotKept()
{
    const Origin origin = originOf(u"http://licences.example:5455"_s);
    OriginCookies jar(origin);
    jar.setCookiesFromUrl(QNetworkCookie::parseCookies("route=a; Secure; Path=/\nkept=b; Path=/"),
                          origin.url(userPath));
    for (const char *scheme : {"http", "https"}) {
        const auto sent = jar.cookiesForUrl(QUrl(QLatin1StringView(scheme) + u"://licences.example:5455/v1"_s));
        QVERIFY(std::none_of(sent.begin(), sent.end(), [](const auto &cookie) { return cookie.name() == "route"; }));
    }
    QCOMPARE(jar.cookiesForUrl(origin.url(userPath)).size(), 1);
}

void ConnectionsTest::aCookieThatIsNoneOfOursIsNotKept_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const QByteArray header : {"a=1; Domain=evil.example", "a=1; Domain=example", "a=1; Secure; Path=/",
                                    "a=1; Path=/elsewhere", "=1", "a=1; Max-Age=0"})
        QTest::newRow(header.constData()) << header;
    QTest::newRow("larger than 4 KiB") << "a=" + QByteArray(5000, 'x');
}

void ConnectionsTest::aCookieThatIsNoneOfOursIsNotKept()
{
    QFETCH(const QByteArray, header);
    ClientFixture pair(WireStep::answer(httpAnswer(success, "200 OK", "Set-Cookie: " + header + "\r\n")));
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
    AuthApi api(originOf(nginx.address(1)), trust);
    const auto login = wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard")));
    VERIFY_OK(login);
    const Credential token = Credential::make(Credential::Kind::Token, api.origin(), login.value().token).value();
    VERIFY_OK(wait(api.user(token)));
    VERIFY_OK(wait(api.logout(token)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ConnectionsTest)
#include "tst_connections.moc"
