// The recipe for requests, line by line: what is sent, and to whom.

#include "tests/core/wirepair.h"

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
        names << QString::fromLatin1(name);
    names.sort(Qt::CaseInsensitive);
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
    void aRedirectIsAnErrorAndReachesNobody_data();
    void aRedirectIsAnErrorAndReachesNobody();
    void cookiesAreNotSentBack();
    void aChallengeIsNotAnswered_data();
    void aChallengeIsNotAnswered();
    void nothingIsCached();
    void plainHttpToAnotherComputerIsRefusedUnsent();
    void aCredentialOfAnotherOriginIsRefusedUnsent();
    void noProxySeesPlainHttp();
};

void RequestsTest::aGetSendsTheseHeadersAndNoOthers()
{
    WirePair pair;
    VERIFY_OK(wait(pair.client.get(userPath, tokenOf(pair.origin, "abc.def"))));
    QCOMPARE(pair.server.requests().size(), 1);
    const WireRequest request = pair.server.requests().first();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.target, "/v1/auth/user");
    QCOMPARE(headerNames(request),
             (QStringList{u"Accept"_s, u"Accept-Encoding"_s, u"Accept-Language"_s, u"Authorization"_s,
                          u"Cache-Control"_s, u"Connection"_s, u"Host"_s, u"Pragma"_s, u"User-Agent"_s}));
    QCOMPARE(request.header("Accept"), "application/json");
    QCOMPARE(request.header("Accept-Encoding"), "identity");
    QCOMPARE(request.header("Authorization"), "Bearer abc.def");
    QVERIFY(request.header("User-Agent").startsWith("Lanyard/"));
    QVERIFY(request.body.isEmpty());
}

void RequestsTest::aPostSendsItsBodyWithLengthAndType()
{
    WirePair pair;
    const QJsonObject body{
        {u"text"_s, u"a \u2028 <é>"_s}, {u"big"_s, qint64(9007199254740993)}, {u"none"_s, QJsonValue::Null}};
    VERIFY_OK(wait(pair.client.post(userPath, body, tokenOf(pair.origin, "abc"))));
    QCOMPARE(pair.server.requests().size(), 1);
    const WireRequest request = pair.server.requests().first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(headerNames(request),
             (QStringList{u"Accept"_s, u"Accept-Encoding"_s, u"Accept-Language"_s, u"Authorization"_s, u"Connection"_s,
                          u"Content-Length"_s, u"Content-Type"_s, u"Host"_s, u"User-Agent"_s}));
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(QJsonDocument::fromJson(request.body).object(), body);
    QVERIFY(request.body.contains("9007199254740993"));
    QCOMPARE(request.header("Content-Length").toInt(), request.body.size());
}

void RequestsTest::tokenOrKeyIsSentNeverBoth()
{
    WirePair pair;
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
    WirePair pair;
    VERIFY_OK(wait(pair.client.post(userPath, {}, {})));
    QCOMPARE(pair.server.requests().first().countOf("Authorization"), 0);
    QCOMPARE(pair.server.requests().first().countOf("x-api-key"), 0);
}

void RequestsTest::thePrefixOfTheServerIsPartOfThePath()
{
    WirePair pair;
    HttpClient client(originOf(pair.server.address() + u"/portal/"_s), pair.trust);
    VERIFY_OK(wait(client.get(userPath, {})));
    QCOMPARE(pair.server.requests().first().target, "/portal/v1/auth/user");
}

void RequestsTest::aRedirectIsAnErrorAndReachesNobody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("post");
    QTest::addColumn<QByteArray>("target"); // PORT stands for that of the other server
    for (const int status : {300, 301, 302, 303, 305, 307, 308}) {
        for (const bool post : {false, true}) {
            for (const char *target :
                 {"http://127.0.0.1:PORT/v1/auth/user", "http://localhost:PORT/", "//127.0.0.1:PORT/x",
                  "https://127.0.0.1:PORT/", "http://user:pw@127.0.0.1:PORT/?token=1#top", "/elsewhere",
                  "file:///etc/passwd", "data:,x"})
                QTest::addRow("%d %s %s", status, post ? "POST" : "GET", target)
                    << status << post << QByteArray(target);
        }
    }
}

void RequestsTest::aRedirectIsAnErrorAndReachesNobody()
{
    QFETCH(const int, status);
    QFETCH(const bool, post);
    QFETCH(QByteArray, target);
    WireServer elsewhere;
    elsewhere.setScript(WireStep::answer(httpAnswer(success)));
    target.replace("PORT", QByteArray::number(elsewhere.port()));
    WirePair pair(WireStep::answer(
        httpAnswer(success, QByteArray::number(status) + " Elsewhere", "Location: " + target + "\r\n")));

    const Credential token = tokenOf(pair.origin, "canary");
    const auto result = wait(post ? pair.client.post(userPath, {{u"password"_s, u"canary"_s}}, token)
                                  : pair.client.get(userPath, token));
    COMPARE_ERROR(result, Kind::Redirected);
    QCOMPARE(result.error().httpStatus, status);
    spin(5); // for what might still be on its way
    QCOMPARE(elsewhere.connections(), 0);
    QCOMPARE(elsewhere.received().size(), 0);
    QCOMPARE(pair.server.requests().size(), 1);
    const QString shown = result.error().subject;
    QVERIFY2(!shown.isEmpty() && !shown.contains("token"_L1) && !shown.contains("pw"_L1), qPrintable(shown));
    if (target.startsWith("http"))
        QVERIFY2(shown.contains(QString::number(elsewhere.port())), qPrintable(shown));
}

void RequestsTest::cookiesAreNotSentBack()
{
    WirePair pair(WireStep::answer(httpAnswer(success, "200 OK", "Set-Cookie: session=canary; Path=/\r\n")));
    for (int i = 0; i < 3; ++i)
        VERIFY_OK(wait(pair.client.get(userPath, {})));
    QCOMPARE(pair.server.requests().size(), 3);
    QVERIFY(!pair.server.received().toLower().contains("cookie"));
}

void RequestsTest::aChallengeIsNotAnswered_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Kind>("kind");
    for (const char *challenge :
         {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"1\", qop=\"auth\"", "NTLM", "Negotiate", "Bearer",
          "Bearer error=\"invalid_token\"", "Basic realm=\"x\"\r\nWWW-Authenticate: NTLM"}) {
        QTest::addRow("401 %.9s", challenge)
            << QByteArray("401 Unauthorized") << "WWW-Authenticate: " + QByteArray(challenge) + "\r\n"
            << Kind::SessionExpired;
        QTest::addRow("407 %.9s", challenge) << QByteArray("407 Proxy Authentication Required")
                                             << "Proxy-Authenticate: " + QByteArray(challenge) + "\r\n"
                                             << Kind::NotTheService;
    }
}

void RequestsTest::aChallengeIsNotAnswered()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, header);
    QFETCH(const Kind, kind);
    for (const bool post : {false, true}) {
        WirePair pair(WireStep::answer(httpAnswer({}, status, header)));
        const Credential token = tokenOf(pair.origin, "abc");
        COMPARE_ERROR(wait(post ? pair.client.post(userPath, {}, token) : pair.client.get(userPath, token)), kind);
        spin(5);
        QCOMPARE(pair.server.requests().size(), 1);
        QCOMPARE(pair.server.requests().first().header("Authorization"), "Bearer abc");
        QVERIFY(!pair.server.received().contains("Basic "));
        // Nor with the next request, from some cache of Qt's.
        COMPARE_ERROR(wait(pair.client.get(userPath, {})), kind);
        QCOMPARE(pair.server.requests().last().countOf("Authorization"), 0);
        QCOMPARE(pair.server.requests().last().countOf("Proxy-Authorization"), 0);
    }
}

void RequestsTest::nothingIsCached()
{
    WirePair pair(WireStep::answer(httpAnswer(success, "200 OK", "Cache-Control: max-age=3600\r\nETag: \"1\"\r\n")));
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
    WirePair pair;
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
    WirePair pair;
    VERIFY_OK(wait(pair.client.get(userPath, {})));
    QCOMPARE(pair.server.requests().size(), 1);
    QCOMPARE(proxy.connections(), 0);
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::RequestsTest)
#include "tst_requests.moc"
