// The recipe for requests, line by line: what is sent, and to whom.

#include "tests/core/clientfixture.h"
#include "tests/support/testclass.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

QStringList headerNames(const WireRequest &request)
{
    QStringList names;
    for (const auto &[name, value] : request.headers)
        names << QString::fromLatin1(name).toLower(); // as Qt 6.8 writes them
    names.sort();
    return names;
}

} // namespace

class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGetSendsTheseHeadersAndNoOthers();
    void aPostSendsItsBodyWithLengthAndType();
    void tokenOrKeyIsSentNeverBoth();
    void withoutACredentialNoneIsSent();
    void thePrefixOfTheServerIsPartOfThePath();
    void cookiesOfOthersAreNotSent();
    void aChallengeLeavesNothingBehind();
    void aRedirectIsToldWithoutWhatItCarries();
    void whatFollowsAnInterimAnswerIsNobodys();
    void nothingIsCached();
    void plainHttpToAnotherComputerIsRefusedUnsent();
    void aCredentialOfAnotherOriginIsRefusedUnsent();
    void noProxySeesPlainHttp();
};

void RequestsTest::aGetSendsTheseHeadersAndNoOthers()
{
    ClientFixture pair;
    VERIFY_OK(wait(pair.client.get(userPath, tokenOf(pair.origin, "abc.def"))));
    QCOMPARE(pair.server.requests().size(), 1);
    const WireRequest request = pair.server.requests().first();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.target, "/v1/auth/user");
    QCOMPARE(headerNames(request),
             (QStringList{u"accept"_s, u"accept-encoding"_s, u"accept-language"_s, u"authorization"_s,
                          u"cache-control"_s, u"connection"_s, u"content-length"_s, u"host"_s, u"user-agent"_s}));
    QCOMPARE(request.header("Accept"), "application/json");
    QCOMPARE(request.header("Accept-Encoding"), "identity");
    QCOMPARE(request.header("Authorization"), "Bearer abc.def");
    QVERIFY(request.header("User-Agent").startsWith("Lanyard/"));
    QCOMPARE(request.header("Content-Length"), "0"); // an empty body: see HttpClient::get()
    QVERIFY(request.body.isEmpty());
}

void RequestsTest::aPostSendsItsBodyWithLengthAndType()
{
    ClientFixture pair;
    const QJsonObject body{
        {u"text"_s, u"a \u2028 <é>"_s}, {u"big"_s, qint64(9007199254740993)}, {u"none"_s, QJsonValue::Null}};
    VERIFY_OK(wait(pair.client.post(userPath, body, tokenOf(pair.origin, "abc"))));
    QCOMPARE(pair.server.requests().size(), 1);
    const WireRequest request = pair.server.requests().first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(headerNames(request),
             (QStringList{u"accept"_s, u"accept-encoding"_s, u"accept-language"_s, u"authorization"_s, u"connection"_s,
                          u"content-length"_s, u"content-type"_s, u"host"_s, u"user-agent"_s}));
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(QJsonDocument::fromJson(request.body).object(), body);
    QVERIFY(request.body.contains("9007199254740993"));
    QCOMPARE(request.header("Content-Length").toInt(), request.body.size());
}

void RequestsTest::tokenOrKeyIsSentNeverBoth()
{
    ClientFixture pair;
    VERIFY_OK(wait(pair.client.get(userPath, tokenOf(pair.origin, "token"))));
    VERIFY_OK(wait(pair.client.post(userPath, {}, keyOf(pair.origin, "api_key!"))));
    const QList<WireRequest> requests = pair.server.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].header("Authorization"), "Bearer token");
    QCOMPARE(requests[0].countOf("x-api-key"), 0);
    QCOMPARE(requests[1].countOf("Authorization"), 0);
    QCOMPARE(requests[1].header("x-api-key"), "api_key!");
}

void RequestsTest::withoutACredentialNoneIsSent()
{
    ClientFixture pair;
    VERIFY_OK(wait(pair.client.post(userPath, {}, {})));
    QCOMPARE(pair.server.requests().first().countOf("Authorization"), 0);
    QCOMPARE(pair.server.requests().first().countOf("x-api-key"), 0);
}

void RequestsTest::thePrefixOfTheServerIsPartOfThePath()
{
    ClientFixture pair;
    HttpClient client(originOf(pair.server.address() + u"/portal/"_s), pair.trust);
    VERIFY_OK(wait(client.get(userPath, {})));
    QCOMPARE(pair.server.requests().first().target, "/portal/v1/auth/user");
}

// Where they do go: tst_connections.
void RequestsTest::cookiesOfOthersAreNotSent()
{
    ClientFixture pair(
        WireStep::answer(httpAnswer(success, "200 OK", "Set-Cookie: session=canary; Domain=example.com\r\n")));
    for (int i = 0; i < 3; ++i)
        VERIFY_OK(wait(pair.client.get(userPath, {})));
    QCOMPARE(pair.server.requests().size(), 3);
    QVERIFY(!pair.server.received().toLower().contains("cookie"));
}

// Nor with the next request, from some cache of Qt's. (Each challenge by itself: tst_faulthttp.)
void RequestsTest::aChallengeLeavesNothingBehind()
{
    for (const char *challenge : {"Basic realm=\"x\"", "NTLM", "Negotiate"}) {
        ClientFixture pair(WireStep::answer(
            httpAnswer({}, "401 Unauthorized", "WWW-Authenticate: " + QByteArray(challenge) + "\r\n")));
        COMPARE_ERROR(wait(pair.client.post(userPath, {}, tokenOf(pair.origin, "abc"))), Kind::GatewaySignIn);
        COMPARE_ERROR(wait(pair.client.get(userPath, {})), Kind::GatewaySignIn);
        QCOMPARE(pair.server.requests().size(), 2);
        QCOMPARE(pair.server.requests().last().countOf("Authorization"), 0);
    }
}

// Where a redirect names more than a place, that is not shown. (Each redirect by itself: tst_faulthttp.)
void RequestsTest::aRedirectIsToldWithoutWhatItCarries()
{
    ClientFixture pair(WireStep::answer(
        httpAnswer(success, "302 Found", "Location: http://user:pw@elsewhere.example:81/a?token=1#top\r\n")));
    const auto result = wait(pair.client.get(userPath, {}));
    COMPARE_ERROR(result, Kind::Redirected);
    QCOMPARE(result.error().httpStatus, 302);
    QCOMPARE(result.error().subject, u"http://elsewhere.example:81/a"_s);
}

// Qt 6.4 takes an interim answer for the answer: what comes after it must not be taken for the next call's. Qt 6.8
// waits for the answer, and the next call's comes over the same connection.
void RequestsTest::whatFollowsAnInterimAnswerIsNobodys()
{
    ClientFixture pair;
    const QByteArray early = "HTTP/1.1 103 Early Hints\r\n\r\n";
    const QByteArray late = httpAnswer(R"({"success":true,"call":1})");
    const WireStep next = WireStep::answer(httpAnswer(R"({"success":true,"call":2})"));
    pair.server.setScripts({{WireStep::drip(early + late, 1, early.size()), next}, {next}});
    const auto first = wait(pair.client.get(userPath, {}));
    QVERIFY(!first || first.value().envelope.value("call"_L1).toInt() == 1);
    spin(200); // until all of the late answer is there
    const auto second = wait(pair.client.post(userPath, {}, {}));
    VERIFY_OK(second);
    QCOMPARE(second.value().envelope.value("call"_L1).toInt(), 2);
}

void RequestsTest::nothingIsCached()
{
    ClientFixture pair(
        WireStep::answer(httpAnswer(success, "200 OK", "Cache-Control: max-age=3600\r\nETag: \"1\"\r\n")));
    for (int i = 0; i < 2; ++i)
        VERIFY_OK(wait(pair.client.get(userPath, {})));
    QCOMPARE(pair.server.requests().size(), 2);
    QCOMPARE(pair.server.requests().last().countOf("If-None-Match"), 0);
}

void RequestsTest::plainHttpToAnotherComputerIsRefusedUnsent()
{
    const TrustStore trust;
    const Origin origin = originOf(u"http://host.invalid"_s);
    HttpClient strict(origin, trust);
    COMPARE_ERROR(wait(strict.get(userPath, {})), Kind::PlainHttpRefused);
    COMPARE_ERROR(wait(strict.post(userPath, {}, tokenOf(origin, "abc"))), Kind::PlainHttpRefused);
    QCOMPARE(wait(strict.get(userPath, {})).error().subject, u"http://host.invalid"_s);
    HttpClient willing(origin, trust, HttpClient::PlainHttp::Allow);
    COMPARE_ERROR(wait(willing.get(userPath, {})), Kind::Unreachable); // that it tried
}

void RequestsTest::aCredentialOfAnotherOriginIsRefusedUnsent()
{
    ClientFixture pair;
    WireServer other;
    for (const QString &address : {other.address(), u"https://127.0.0.1:%1"_s.arg(pair.server.port()),
                                   u"http://localhost:%1"_s.arg(pair.server.port()), pair.server.address() + u"/x"_s}) {
        COMPARE_ERROR(wait(pair.client.get(userPath, tokenOf(originOf(address), "abc"))), Kind::UnusableCredential);
        COMPARE_ERROR(wait(pair.client.post(userPath, {}, keyOf(originOf(address), "abc"))), Kind::UnusableCredential);
    }
    spin(5);
    QCOMPARE(pair.server.connections() + other.connections(), 0);
}

void RequestsTest::noProxySeesPlainHttp()
{
    WireServer proxy;
    proxy.setScript(WireStep::answer(httpAnswer(success)));
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port()});
    qputenv("http_proxy", proxy.address().toLatin1());
    const auto back = qScopeGuard([] {
        QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy);
        qunsetenv("http_proxy");
    });
    ClientFixture pair;
    VERIFY_OK(wait(pair.client.get(userPath, {})));
    QCOMPARE(pair.server.requests().size(), 1);
    QCOMPARE(proxy.connections(), 0);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::RequestsTest)
#include "tst_requests.moc"
