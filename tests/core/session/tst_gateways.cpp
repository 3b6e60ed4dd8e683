// Who answered: the account service itself, or something that stands in front of it. Only the service's own word is
// about what somebody entered, and what a sentence tells them to do works when they do it to the letter.

#include "core/base/serveraddress.h"
#include "core/http/challenge.h"
#include "core/session/authapi.h"
#include "tests/core/clientfixture.h"
#include "tests/core/session/nginx.h"
#include "tests/core/wiretls.h"
#include "tests/service/accountservice.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

// In front of the stand-in service, one way on each port.
const QByteArray fronts = R"(
    server { listen PORT1 ssl; ssl_certificate FOLDER/cert.pem; ssl_certificate_key FOLDER/key.pem;
             ssl_client_certificate FOLDER/cert.pem; ssl_verify_client on;
             location / { proxy_pass UPSTREAM; } }
    server { listen PORT2; auth_basic "Staff only"; auth_basic_user_file FOLDER/users;
             location / { proxy_pass UPSTREAM; } }
    server { listen PORT3; location / { deny all; } }
    server { listen PORT4; location / { return 451 "Not here."; } }
    server { listen PORT5; location / { proxy_pass http://127.0.0.1:9; } }
    server { listen PORT6; location / { return 302 http://127.0.0.1:1/portal/login?from=$request_uri; } }
    server { listen PORT7; location / { return 307 UPSTREAM$request_uri; } }
    server { listen PORT8; location / { return 503; } }
    server { listen PORT9; location / { proxy_pass UPSTREAM; } }
    server { listen PORT10; location / { return 500; } }
)";

QByteArray page(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

QByteArray html(const QByteArray &text)
{
    return "<html><head><title>" + text + "</title></head><body>" + text + "</body></html>";
}

} // namespace

class GatewaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_nginx.reset(); }
    void aChallengeIsRead_data();
    void aChallengeIsRead();
    void aLongChallengeIsReadAtOnce();
    void whatStandsInFrontIsNamed_data();
    void whatStandsInFrontIsNamed();
    void aScriptedGatewayIsNamed_data();
    void aScriptedGatewayIsNamed();
    void aDemandForAClientCertificateIsTold();
    void aPortThatHangsUpMayWantHttps();
    void aSlowSignInTimesOut();
    void anUnsupportedFormIsNamed_data();
    void anUnsupportedFormIsNamed();
    void anInterimResponseIsPassedOverOrNamed();
    void anUnusualFormIsUnderstood_data();
    void anUnusualFormIsUnderstood();
    void aRedirectToItselfIsNamed();
    void theServicesOwnRefusalIsOne_data();
    void theServicesOwnRefusalIsOne();
    void theServicesWordsAtTheSignInAreShown_data();
    void theServicesWordsAtTheSignInAreShown();
    void theServicesOwnFaultIsOne_data();
    void theServicesOwnFaultIsOne();
    void theAddressInASentenceLeadsToTheService_data();
    void theAddressInASentenceLeadsToTheService();
    void aPastedAddressLeadsToTheService_data();
    void aPastedAddressLeadsToTheService();
    void aTokenMayComeAsItStandsInTheHeader_data();
    void aTokenMayComeAsItStandsInTheHeader();
    void membersThatWereRefusedAreTold();

private:
    // Signs in, reads and saves at @p address, each of which must end with @p kind and a sentence that says @p words.
    void compare(const QString &address, Kind kind, const QString &words);
    [[nodiscard]] Result<LoginAnswer> signIn(const QString &address);

    AccountService m_service;
    std::unique_ptr<Nginx> m_nginx;
    TrustStore m_trust;
};

void GatewaysTest::initTestCase()
{
    QVERIFY(m_service.start());
    m_nginx = std::make_unique<Nginx>(fronts, m_service.address().toUtf8());
    const auto certificate = Certificate::make(ServiceOptions::Tls::SelfSigned);
    m_nginx->put(u"cert.pem"_s, certificate->pem());
    m_nginx->put(u"key.pem"_s, certificate->keyPem());
    m_nginx->put(u"users"_s, "staff:{PLAIN}secret\n");
    QVERIFY(m_nginx->start());
    QVERIFY(m_trust.setPin(originOf(m_nginx->address(1, u"https"_s)), pinOf(serverTls(*certificate))));
}

Result<LoginAnswer> GatewaysTest::signIn(const QString &address)
{
    AuthApi api(originOf(address), m_trust);
    return wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard")));
}

void GatewaysTest::compare(const QString &address, Kind kind, const QString &words)
{
    const auto refused = signIn(address);
    COMPARE_ERROR(refused, kind);
    const QString said = errorText(refused.error());
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY2(!said.contains(u"The service reported"_s), qPrintable(said));
    AuthApi api(originOf(address), m_trust);
    const Credential token = tokenOf(api.origin(), "canary");
    const auto read = wait(api.user(token));
    QVERIFY2(!read && read.error().kind == kind, told(read).constData());
    const auto saved = wait(api.update(token, User(QJsonObject{{u"id"_s, u"7"_s}})));
    QVERIFY2(!saved && (saved.error().kind == kind || saved.error().kind == Kind::OutcomeUnknown),
             told(saved).constData());
}

void GatewaysTest::aChallengeIsRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isServices");
    QTest::addColumn<QString>("foreign");
    const auto row = [](const QByteArray &header, bool isServices, const QString &foreign) {
        QTest::newRow(header.constData()) << header << isServices << foreign;
    };
    row("", false, {});
    row("Bearer", true, {});
    row("bearer error=\"invalid_token\", error_description=\"Basic, or so\"", true, {});
    row("Basic realm=\"x\"", false, u"Basic"_s);
    row("NEGOTIATE", false, u"Negotiate"_s);
    row("Negotiate TlRMTVNTUAACAAAA==", false, u"Negotiate"_s);
    row("NTLM", false, u"NTLM"_s);
    row("Digest realm=\"a, b\", nonce=\"1\", qop=\"auth\"", false, u"Digest"_s);
    row("Negotiate, NTLM", false, u"Negotiate"_s);
    row("Bearer, Negotiate", true, u"Negotiate"_s);
    row("Basic realm=\"x\", Bearer", true, u"Basic"_s);
    row("Basic realm=\"x\"\nBearer", true, u"Basic"_s);
    row("Key realm=\"kong\"", false, u"Key"_s);
    row("realm=\"x\"", false, {});
    row("\"", false, {});
    row("ApiKey realm=\"licences\"", true, {});
    row("AzureApiManagementKey realm=\"https://x\",name=\"Ocp-Apim-Subscription-Key\",type=\"header\"", false,
        u"AzureApiManagementKey"_s);
    row("hmac realm=\"kong\"", false, u"HMAC"_s);
    row("ldap realm=\"kong\"", false, u"LDAP"_s);
    row("xBasic realm=\"x\"", false, u"xBasic"_s);
    row("FormBased", false, u"FormBased"_s);
    row("Cookie realm=\"x\", form-action=\"/login\"", false, u"Cookie"_s);
    row("AWS4-HMAC-SHA256", false, u"AWS4-HMAC-SHA256"_s);
    row("SCRAM-SHA-256 realm=\"x\"", false, u"SCRAM-SHA-256"_s);
    row("PrivateToken challenge=\"abc\", token-key=\"123\"", false, u"PrivateToken"_s);
}

void GatewaysTest::aChallengeIsRead()
{
    QFETCH(const QByteArray, header);
    const Challenge challenge = readChallenge(header);
    QTEST(challenge.isServices, "isServices");
    QTEST(challenge.foreign, "foreign");
}

void GatewaysTest::aLongChallengeIsReadAtOnce()
{
    const auto nanoseconds = [](qsizetype size) {
        const QByteArray header = QByteArray("ab ,").repeated(size / 4);
        QElapsedTimer timer;
        timer.start();
        static_cast<void>(readChallenge(header));
        return timer.nsecsElapsed();
    };
    constexpr qint64 noise = 50'000'000;
    const qint64 some = nanoseconds(60'000);
    const qint64 more = nanoseconds(480'000);
    QVERIFY2(more < std::max(noise, 16 * some), qPrintable(u"%1 µs, %2 µs"_s.arg(some / 1000).arg(more / 1000)));
}

void GatewaysTest::whatStandsInFrontIsNamed_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, int port, const QString &scheme, Kind kind, const QString &words) {
        QTest::newRow(name) << port << scheme << kind << words;
    };
    row("a client certificate is demanded", 1, u"https"_s, Kind::ClientCertificateDemanded, u"client certificate"_s);
    row("http to a port of https", 1, u"http"_s, Kind::HttpsExpected, u"Enter https://127.0.0.1"_s);
    row("https to a port of http", 9, u"https"_s, Kind::HttpExpected, u"enter http://127.0.0.1"_s);
    row("basic authentication", 2, u"http"_s, Kind::GatewaySignIn, u"(Basic)"_s);
    row("a page with 403", 3, u"http"_s, Kind::GatewayRefused, u"nginx in front of"_s);
    row("451", 4, u"http"_s, Kind::GatewayRefused, u"451"_s);
    row("the service is down", 5, u"http"_s, Kind::GatewayFault, u"nginx in front of"_s);
    row("a redirect to a sign-in page", 6, u"http"_s, Kind::Redirected, u"not the address of an account service"_s);
    row("a redirect to the service", 7, u"http"_s, Kind::Redirected, u"enter http://127.0.0.1"_s);
    row("its own fault", 10, u"http"_s, Kind::GatewayFault, u"nginx in front of"_s);
    row("maintenance", 8, u"http"_s, Kind::GatewayFault, u"nginx in front of"_s);
}

void GatewaysTest::whatStandsInFrontIsNamed()
{
    QFETCH(const int, port);
    QFETCH(const QString, scheme);
    QFETCH(const Kind, kind);
    QFETCH(const QString, words);
    compare(m_nginx->address(port, scheme), kind, words);
}

void GatewaysTest::aScriptedGatewayIsNamed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const QByteArray &name, const QByteArray &answer, Kind kind, const QString &words) {
        QTest::newRow(name.constData()) << answer << kind << words;
    };
    const QString unknown = u"something in front of it may have answered"_s;
    row("Windows sign-in", page("401 Unauthorized", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n", {}),
        Kind::GatewaySignIn, u"(Negotiate)"_s);
    row("Windows sign-in with a page",
        page("401 Unauthorized", "Server: Microsoft-IIS/10.0\r\nContent-Type: text/html\r\nWWW-Authenticate: NTLM\r\n",
             html("401 - Unauthorized")),
        Kind::GatewaySignIn, u"(NTLM)"_s);
    row("Kong",
        page("401 Unauthorized", "WWW-Authenticate: Key realm=\"kong\"\r\n", R"({"message":"No API key found"})"),
        Kind::GatewaySignIn, u"(Key)"_s);
    row("a proxy that asks", page("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n", {}),
        Kind::GatewaySignIn, u"A proxy in front of"_s);
    row("a proxy that asks for Windows' own",
        page("407 Proxy Authentication Required",
             "Connection: close\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n", html("Sign in")),
        Kind::GatewaySignIn, u"(Negotiate), which Lanyard cannot give there"_s);
    row("a firewall's page",
        page("403 Forbidden", "Content-Type: text/html\r\n", html("FortiGate: Web Filter Violation")),
        Kind::GatewayRefused, u"FortiGate in front of"_s);
    row("an unknown page", page("403 Forbidden", "Content-Type: text/html\r\n", html("Stop")), Kind::GatewayRefused,
        unknown);
    row("a page with 401", page("401 Unauthorized", "Content-Type: text/html\r\n", html("Sign in")),
        Kind::GatewayRefused, unknown);
    row("a page that asks for a token",
        page("401 Unauthorized", "Content-Type: text/html\r\nWWW-Authenticate: Bearer\r\n", html("Sign in")),
        Kind::GatewayRefused, unknown);
    row("a page with 400", page("400 Bad Request", "Content-Type: text/html\r\nServer: cloudflare\r\n", html("Bad")),
        Kind::GatewayRefused, u"Cloudflare in front of"_s);
    row("a size limit of nginx",
        page("413 Request Entity Too Large", "Content-Type: text/html\r\nServer: nginx\r\n", html("413")),
        Kind::GatewayRefused, u"nginx in front of"_s);
    row("Squid", page("403 Forbidden", "X-Squid-Error: ERR_ACCESS_DENIED 0\r\nContent-Type: text/html\r\n", html("No")),
        Kind::GatewayRefused, u"Squid in front of"_s);
    row("Cloudflare's own fault", page("520 ", "Server: cloudflare\r\nContent-Type: text/html\r\n", html("520")),
        Kind::GatewayFault, u"Cloudflare in front of"_s);
    row("Envoy",
        page("503 Service Unavailable", "Server: envoy\r\nContent-Type: text/plain\r\n",
             "upstream connect error or disconnect/reset before headers"),
        Kind::GatewayFault, u"Envoy in front of"_s);
    row("HAProxy", page("504 Gateway Time-out", "Content-Type: text/html\r\n", html("504")), Kind::GatewayFault,
        u"A gateway in front of"_s);
    const QByteArray asJsonText = "Content-Type: application/json\r\n";
    for (const QByteArray &body :
         {QByteArray(R"({"message":"Request blocked","supportID":"1821"})"),
          QByteArray(R"({"message":"Access denied by security policy","incidentId":"1-2"})"),
          QByteArray(R"({"type":"https://developers.cloudflare.com/","title":"Error 1020","status":403,"ray_id":"9"})"),
          QByteArray(R"({"title":"Blocked","ray":"9a1b"})"), QByteArray(R"([{"message":"blocked"}])"),
          QByteArray(R"("blocked")"), QByteArray(R"({"error":"blocked","support_id":"1"})")})
        row("a firewall's 403 " + body, page("403 Forbidden", asJsonText, body), Kind::GatewayRefused, unknown);
    for (const QByteArray status :
         {"402 Payment Required", "406 Not Acceptable", "411 Length Required", "417 Expectation Failed",
          "418 I'm a teapot", "421 Misdirected Request", "425 Too Early", "426 Upgrade Required", "499 Closed"})
        row(status, page(status, {}, {}), Kind::GatewayRefused, unknown);
    row("408", page("408 Request Timeout", {}, {}), Kind::TimedOut, u"did not receive the request in time"_s);
    row("a redirect with a password", page("302 Found", "Location: https://me:pw@sso.example/login\r\n", {}),
        Kind::Redirected, u"redirects to https://sso.example/login, which"_s);
    const QByteArray asHtml = "Content-Type: text/html\r\n";
    const QByteArray asText = "Content-Type: text/plain\r\n";
    const QByteArray asJson = "Content-Type: application/json\r\n";
    const QString fault = u"reported an error (status 500)"_s;
    const QString unavailable = u"unavailable (status 503)"_s;
    row("500 of Apache",
        page("500 Internal Server Error", "Content-Type: text/html; charset=iso-8859-1\r\n",
             "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><body><h1>Internal Server Error</h1><hr>"
             "<address>Apache/2.4.57 (Debian) Server at licences.example Port 443</address></body></html>"),
        Kind::GatewayFault, u"Apache in front of"_s);
    row("500 of an Apache without a signature",
        page("500 Internal Server Error", asHtml + "Server: Apache\r\n", html("Internal Server Error")),
        Kind::GatewayFault, u"Apache in front of"_s);
    row("500 of IIS",
        page("500 Internal Server Error", asHtml + "Server: Microsoft-IIS/10.0\r\n", html("500 - Internal error")),
        Kind::GatewayFault, u"IIS in front of"_s);
    row("500 of Tinyproxy", page("500 Unable to connect", asHtml, html("Generated by tinyproxy version 1.11.1.")),
        Kind::GatewayFault, u"Tinyproxy in front of"_s);
    row("500 of Kong",
        page("500 Internal Server Error", asJson + "Server: kong/3.4.2\r\n",
             R"({"message":"An unexpected error occurred","request_id":"1f"})"),
        Kind::GatewayFault, u"Kong in front of"_s);
    row("500 as a page of nobody's", page("500 Internal Server Error", asHtml, html("Oops")), Kind::GatewayFault,
        u"either in the account service or in something in front of it"_s);
    row("500 as a page without a type", page("500 Internal Server Error", {}, html("Oops")), Kind::GatewayFault, fault);
    row("500 as a page of XHTML",
        page("500 Internal Server Error", "Content-Type: application/xhtml+xml\r\n", "<?xml version=\"1.0\"?><html/>"),
        Kind::GatewayFault, fault);
    row("500 of Traefik", page("500 Internal Server Error", asText, "Internal Server Error"), Kind::GatewayFault,
        fault);
    row("500 in another form", page("500 Internal Server Error", asJson, R"({"fault":{"faultstring":"Timeout"}})"),
        Kind::GatewayFault, fault);
    row("505", page("505 HTTP Version Not Supported", asHtml, html("505")), Kind::GatewayFault, u"(status 505)"_s);
    row("507", page("507 Insufficient Storage", asHtml + "Server: Apache\r\n", html("507")), Kind::GatewayFault,
        u"Apache in front of"_s);
    row("502 of Caddy", page("502 Bad Gateway", "Server: Caddy\r\n", {}), Kind::GatewayFault, u"Caddy in front of"_s);
    row("502 of AWS", page("502 Bad Gateway", asHtml + "Server: awselb/2.0\r\n", html("502 Bad Gateway")),
        Kind::GatewayFault, u"AWS load balancer in front of"_s);
    row("502 of Azure",
        page("502 Bad Gateway", asHtml, html("<center>Microsoft-Azure-Application-Gateway/v2</center>")),
        Kind::GatewayFault, u"cannot reach the account service (status 502)"_s);
    row("503 of Varnish",
        page("503 Backend fetch failed", asHtml, html("Guru Meditation: XID: 32 Varnish cache server")),
        Kind::GatewayFault, u"Varnish in front of"_s);
    row("503 of HAProxy",
        page("503 Service Unavailable", asHtml, html("No server is available to handle this request.")),
        Kind::GatewayFault, u"HAProxy in front of"_s);
    row("503 of HTTP.sys",
        page("503 Service Unavailable", asHtml + "Server: Microsoft-HTTPAPI/2.0\r\n",
             html("HTTP Error 503. The service is unavailable.")),
        Kind::GatewayFault, u"HTTP.sys in front of"_s);
    row("503 of Squid",
        page("503 Service Unavailable", "X-Squid-Error: ERR_CONNECT_FAIL 111\r\n" + asHtml, html("Failed")),
        Kind::GatewayFault, u"Squid in front of"_s);
    row("503 as a page of nobody's", page("503 Service Unavailable", asHtml, html("Back soon")), Kind::GatewayFault,
        unavailable);
    row("503 as a text of nobody's", page("503 Service Unavailable", asText, "no healthy upstream"), Kind::GatewayFault,
        unavailable);
    row("the network's sign-in page", page("200 OK", "Content-Type: text/html\r\n", html("Welcome to the hotel")),
        Kind::NotTheService, u"your network asks you to sign in"_s);
    row("the network says so", page("511 Network Authentication Required", "Content-Type: text/html\r\n", html("x")),
        Kind::NetworkSignIn, u"web browser"_s);
    row("Go",
        page("400 Bad Request", "Content-Type: text/plain\r\n", "Client sent an HTTP request to an HTTPS server.\n"),
        Kind::HttpsExpected, u"Enter https://127.0.0.1"_s);
    row("Apache",
        page("400 Bad Request", "Content-Type: text/html\r\n",
             html("Reason: You're speaking plain HTTP to an SSL-enabled server port.")),
        Kind::HttpsExpected, u"Enter https://127.0.0.1"_s);
    row("413 of Kestrel behind nobody", page("413 Payload Too Large", asHtml, html("413")), Kind::GatewayRefused,
        unknown);
    row("414 of F5", page("414 URI Too Long", asHtml + "Server: BigIP\r\n", html("414")), Kind::GatewayRefused,
        u"F5 BIG-IP in front of"_s);
    row("431 of Envoy", page("431 Request Header Fields Too Large", asHtml + "Server: envoy\r\n", html("431")),
        Kind::GatewayRefused, u"Envoy in front of"_s);
    row("429 of Cloudflare",
        page("429 Too Many Requests", asHtml + "Server: cloudflare\r\nRetry-After: 30\r\n", html("error code: 1015")),
        Kind::TooManyRequests, u"Try again in 30 second"_s);
    row("429 of AWS", page("429 Too Many Requests", asHtml + "Server: awselb/2.0\r\nRetry-After: 30\r\n", html("429")),
        Kind::TooManyRequests, u"AWS load balancer in front of"_s);
    row("429 as a page of nobody's", page("429 Too Many Requests", asHtml + "Retry-After: 7200\r\n", html("429")),
        Kind::TooManyRequests, u" is not accepting requests right now. Try again in 2 hour"_s);
    row("429 that nginx relays", page("429 Too Many Requests", "Server: nginx\r\nRetry-After: 30\r\n", {}),
        Kind::TooManyRequests, u"http://127.0.0.1"_s);
    row("503 of Azure Front Door",
        page("503 Service Unavailable", asHtml + "X-Azure-Ref: 0abc\r\nRetry-After: 20\r\n",
             html("Our services aren't available right now")),
        Kind::GatewayFault, u"Azure Front Door in front of"_s);
    row("404 of Traefik", page("404 Not Found", asText, "404 page not found\n"), Kind::NotTheService,
        u"did not reply like an account service"_s);
    row("404 of a wrong path", page("404 Not Found", {}, {}), Kind::NotTheService, u"Check the address"_s);
    row("a sign-in page of Keycloak",
        page("302 Found", "Location: https://sso.example/realms/x/protocol/openid-connect/auth?client_id=y\r\n", {}),
        Kind::Redirected, u"https://sso.example/realms/x/protocol/openid-connect/auth, which is not"_s);
    row("a sign-in page of ADFS", page("302 Found", "Location: /adfs/ls/?wa=wsignin1.0\r\n", {}), Kind::Redirected,
        u"which is not the address of an account service"_s);
    row("a page that signs in by itself (SAML)",
        page("200 OK", asHtml,
             "<!DOCTYPE html><html><body onload=\"document.forms[0].submit()\"><form method=\"post\" "
             "action=\"https://idp.example/saml2\"><input name=\"SAMLRequest\"></form></body></html>"),
        Kind::NotTheService, u"your network asks you to sign in"_s);
    row("a body that is missing", page("200 OK", asJson, {}), Kind::NotTheService, {});
    row("a page in UTF-16", page("200 OK", asHtml, QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)), Kind::NotTheService,
        {});
    row("a page that is compressed",
        page("200 OK", asHtml + "Content-Encoding: gzip\r\n",
             QByteArray::fromHex("1f8b08000000000000ffab562a2e4d4e4e2d2e56b22a292a4dad0500")),
        Kind::NotTheService, {});
    // Envelopes of other frameworks and gateways, with a "message" or "code" of their own.
    const QByteArray json = "Content-Type: application/json\r\n";
    for (const QByteArray status : {"401 Unauthorized", "403 Forbidden", "400 Bad Request"}) {
        for (
            const auto &[name, body] : std::initializer_list<std::pair<const char *, QByteArray>>{
                {"Spring",
                 R"({"timestamp":"2024-05-01T12:00:00.000+00:00","status":401,"error":"Unauthorized","message":"","path":"/"})"},
                {"NestJS", R"({"statusCode":401,"message":"Unauthorized"})"},
                {"hapi", R"({"statusCode":401,"error":"Unauthorized","message":"Missing authentication"})"},
                {"WordPress", R"({"code":"rest_not_logged_in","message":"Log in.","data":{"status":401}})"},
                {"gRPC-gateway", R"({"code":16,"message":"unauthenticated","details":[]})"},
                {"Kong 3", R"({"message":"Unauthorized","request_id":"9a1b"})"},
                {"Mattermost", R"({"id":"api.session","message":"Expired","request_id":"x","status_code":401})"},
                {"restify", R"({"code":"NotAuthorized","message":"No."})"},
                {"result envelope", R"({"code":0,"msg":"ok","message":"ok","data":{}})"},
                {"FastAPI", R"({"detail":"Not authenticated"})"},
                {"GraphQL", R"({"errors":[{"message":"Unauthorized"}]})"},
                {"OAuth", R"({"error":"invalid_token","error_description":"expired"})"}})
            row(name + QByteArray(" ") + status.first(3), page(status, json, body), Kind::GatewayRefused, unknown);
    }
    row("Azure API Management",
        page("401 Access Denied", json + "WWW-Authenticate: AzureApiManagementKey realm=\"https://x\",name=\"key\"\r\n",
             R"({ "statusCode": 401, "message": "Access denied due to missing subscription key." })"),
        Kind::GatewaySignIn, u"(AzureApiManagementKey)"_s);
    // What only their headers tell.
    row("AWS API Gateway",
        page("403 Forbidden", json + "x-amzn-ErrorType: ForbiddenException\r\n", R"({"message":"Forbidden"})"),
        Kind::GatewayRefused, u"AWS API Gateway in front of"_s);
    row("Kong without a body", page("401 Unauthorized", "X-Kong-Response-Latency: 1\r\n", {}), Kind::GatewayRefused,
        u"Kong in front of"_s);
    row("a gateway that says so",
        page("401 Unauthorized", "Proxy-Status: edge.example; error=http_request_denied\r\n", {}), Kind::GatewayRefused,
        u"A gateway in front of"_s);
    for (const QByteArray status : {"500 Internal Server Error", "503 Service Unavailable"}) {
        row("AWS API Gateway " + status,
            page(status, json + "x-amzn-ErrorType: InternalServerErrorException\r\n", R"({"message":null})"),
            Kind::GatewayFault, u"AWS API Gateway in front of"_s);
        row("a gateway that says so " + status, page(status, "Proxy-Status: edge; error=connection_timeout\r\n", {}),
            Kind::GatewayFault, u"A gateway in front of"_s);
    }
    row("Cloudflare's check", page("403 Forbidden", "cf-mitigated: challenge\r\n", {}), Kind::GatewayRefused,
        u"Cloudflare in front of"_s);
    for (const QByteArray &body :
         {QByteArray(R"({"code":0,"message":"ok","data":{"token":"x"}})"),
          QByteArray(R"({"status":"ok","message":"alive"})"),
          QByteArray(R"({"code":200,"msg":"success","message":"success","result":{}})"),
          QByteArray(R"({"success":"true","token":"x","user":{"id":"7"}})"),
          QByteArray(R"({"success":1,"message":"ok"})"), QByteArray(R"({"success":{},"message":"ok"})"),
          QByteArray(R"({"code":"OK","message":"ok"})")})
        row("200 " + body, page("200 OK", json, body), Kind::NotTheService, {});
    row("IIS wants a certificate",
        page("403 Forbidden", "Content-Type: text/html\r\nServer: Microsoft-IIS/10.0\r\n",
             html("403.7 - The page requires a client certificate")),
        Kind::ClientCertificateDemanded, u"client certificate"_s);
}

void GatewaysTest::aScriptedGatewayIsNamed()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Kind, kind);
    QFETCH(const QString, words);
    WireServer server;
    server.setScript(WireStep::answer(answer));
    compare(server.address(), kind, words);
}

void GatewaysTest::anUnsupportedFormIsNamed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &answer, const QString &words) {
        QTest::newRow(name) << answer << words;
    };
    const QByteArray json = "Content-Type: application/json\r\n";
    const QByteArray packed = QByteArray::fromHex("1f8b08000000000000ffab562a2e4d4e4e2d2e56b22a292a4dad0500");
    const QString utf16 = QChar(QChar::ByteOrderMark) + QString::fromLatin1(success);
    const QByteArray bytes(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2);
    row("gzip", page("200 OK", json + "Content-Encoding: gzip\r\n", packed), u"It is compressed (gzip)"_s);
    row("Brotli", page("200 OK", json + "Content-Encoding: br\r\n", QByteArray::fromHex("0b0880aabbccdd03")),
        u"It is compressed (br)"_s);
    row("UTF-16", page("200 OK", json, bytes), u"not encoded as UTF-8"_s);
    row("UTF-16 without a mark", page("200 OK", json, bytes.mid(2)), u"not encoded as UTF-8"_s);
    row("Latin-1",
        page("200 OK", json,
             "{\"success\":true,\"message\":\"Gr\xFC\xDF"
             "e\"}"),
        u"not encoded as UTF-8"_s);
}

// Whoever wrote it like that: nobody who tries again, or corrects the address, gets another answer. A save with such an
// answer may have been done.
void GatewaysTest::anUnsupportedFormIsNamed()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    WireServer server;
    server.setScript(WireStep::answer(answer));
    compare(server.address(), Kind::AnswerUnreadable, words);
    compare(server.address(), Kind::AnswerUnreadable, u"cannot be read"_s);
}

// Qt 6.8 waits for the response that follows it, Qt 6.4 does not.
void GatewaysTest::anInterimResponseIsPassedOverOrNamed()
{
    for (const QByteArray status : {"102 Processing", "103 Early Hints", "104 Upload Resumption"}) {
        WireServer server;
        server.setScript(WireStep::answer("HTTP/1.1 " + status + "\r\nLink: </a.css>; rel=preload\r\n\r\n" +
                                          page("200 OK", "Content-Type: application/json\r\n",
                                               R"({"success":true,"token":"tok","user":{"id":"7"}})")));
        if (signIn(server.address()))
            continue;
        compare(server.address(), Kind::AnswerUnreadable,
                u"interim response (status "_s + QString::fromLatin1(status.first(3)));
    }
}

void GatewaysTest::anUnusualFormIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const QByteArray &answer) { QTest::newRow(name) << answer; };
    const QByteArray json = "Content-Type: application/json\r\n";
    const QByteArray body = R"({"success":true,"token":"tok","user":{"id":"7"}})";
    const QByteArray size = QByteArray::number(body.size(), 16);
    const QByteArray chunked = "HTTP/1.1 200 OK\r\n" + json + "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n";
    row("chunks with trailers", chunked + size + "\r\n" + body + "\r\n0\r\nX-Sum: 12\r\n\r\n");
    row("chunks with extensions", chunked + size + ";a=b\r\n" + body + "\r\n0\r\n\r\n");
    row("a byte order mark", page("200 OK", json, "\xEF\xBB\xBF" + body));
    row("as text", page("200 OK", "Content-Type: text/plain\r\n", body));
    row("as a web page", page("200 OK", "Content-Type: text/html\r\n", body));
    row("without a type", page("200 OK", {}, body));
    row("said to be compressed", page("200 OK", json + "Content-Encoding: gzip\r\n", body));
    row("said not to be compressed", page("200 OK", json + "Content-Encoding: identity\r\n", body));
    row("between empty lines", page("200 OK", json, "\r\n\r\n" + body + "\r\n"));
    row("100 Continue", "HTTP/1.1 100 Continue\r\n\r\n" + page("200 OK", json, body));
    row("HTTP/1.0 to its end", "HTTP/1.0 200 OK\r\n" + json + "\r\n" + body);
    row("HTTP/1.1 to its end", "HTTP/1.1 200 OK\r\nConnection: close\r\n" + json + "\r\n" + body);
    row("line feeds only", "HTTP/1.1 200 OK\nContent-Length: " + QByteArray::number(body.size()) + "\n\n" + body);
}

void GatewaysTest::anUnusualFormIsUnderstood()
{
    QFETCH(const QByteArray, answer);
    WireServer server;
    server.setScript(WireStep::lastAnswer(answer));
    VERIFY_OK(signIn(server.address()));
    const Origin origin = originOf(server.address());
    AuthApi api(origin, m_trust);
    VERIFY_OK(wait(api.user(tokenOf(origin, "canary"))));
}

// In a circle nobody is led anywhere, and the address is right.
void GatewaysTest::aRedirectToItselfIsNamed()
{
    for (const QByteArray target :
         {"/v1/auth/login", "/v1/auth/login?tried=1", "/v1/auth/login/", "//127.0.0.1:PORT/v1/auth/login"}) {
        WireServer server;
        const QByteArray location = QByteArray(target).replace("PORT", QByteArray::number(server.port()));
        server.setScript(WireStep::answer(page("307 Temporary Redirect", "Location: " + location + "\r\n", {})));
        const auto refused = signIn(server.address());
        COMPARE_ERROR(refused, Kind::RedirectedToItself);
        QCOMPARE(errorText(refused.error()), server.address() +
                                                 u" redirects the request back to the same address. Ask the server’s "
                                                 "administrator."_s);
        QCOMPARE(server.requests().size(), 1);
    }
}

// As Kestrel does: in TLS 1.3 the handshake is over for the client before the server says no.
void GatewaysTest::aDemandForAClientCertificateIsTold()
{
    QTemporaryDir folder;
    const auto certificate = Certificate::make(ServiceOptions::Tls::SelfSigned);
    for (const auto &[name, content] :
         {std::pair("cert.pem", certificate->pem()), {"key.pem", certificate->keyPem()}}) {
        QFile file(folder.filePath(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    QProcess openssl;
    openssl.setWorkingDirectory(folder.path());
    openssl.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port), u"-cert"_s, u"cert.pem"_s,
                                 u"-key"_s, u"key.pem"_s, u"-Verify"_s, u"1"_s, u"-verify_return_error"_s, u"-www"_s});
    QVERIFY(eventually([port] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(100);
    }));
    const QString address = u"https://127.0.0.1:%1"_s.arg(port);
    QVERIFY(m_trust.setPin(originOf(address), pinOf(serverTls(*certificate))));
    compare(address, Kind::ClientCertificateDemanded, u"client certificate"_s);
    openssl.kill();
    openssl.waitForFinished();
}

// As Kestrel does when its port of https is spoken to without TLS. The sentence's second step works as the first does.
void GatewaysTest::aPortThatHangsUpMayWantHttps()
{
    WireServer server;
    server.setScript(WireStep::close());
    const auto refused = signIn(server.address());
    COMPARE_ERROR(refused, Kind::AnswerIncomplete);
    const QString said = errorText(refused.error());
    QVERIFY2(said.contains(u"closed the connection without a valid response"_s), qPrintable(said));
    QString https = server.address();
    QVERIFY2(said.contains(u"enter %1 as the server"_s.arg(https.replace(u"http:"_s, u"https:"_s))), qPrintable(said));
}

void GatewaysTest::aSlowSignInTimesOut()
{
    WireServer server;
    server.setScript(WireStep::silence());
    HttpLimits limits;
    limits.patientInactivityMs = 200;
    AuthApi api(originOf(server.address()), m_trust, HttpClient::PlainHttp::Refuse, limits);
    COMPARE_ERROR(wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard"))), Kind::TimedOut);
}

void GatewaysTest::theServicesOwnRefusalIsOne_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray json = "Content-Type: application/json\r\n";
    const auto row = [](const char *name, const QByteArray &answer) { QTest::newRow(name) << answer; };
    row("200 with its words", page("200 OK", json, R"({"code":3,"message":"Wrong password."})"));
    row("200 without words", page("200 OK", json, "{}"));
    row("400 without body", page("400 Bad Request", {}, {}));
    row("401 without body", page("401 Unauthorized", {}, {}));
    row("401 that asks for a token", page("401 Unauthorized", "WWW-Authenticate: Bearer\r\n", {}));
    row("401 that takes either", page("401 Unauthorized", "WWW-Authenticate: Negotiate, Bearer\r\n", {}));
    row("403 behind Kong", page("403 Forbidden", "X-Kong-Upstream-Latency: 5\r\nX-Kong-Proxy-Latency: 1\r\n", {}));
    row("401 through a proxy that says so", page("401 Unauthorized", "Proxy-Status: edge.example\r\n", {}));
    row("200 in words", page("200 OK", json, R"({"success":"False","message":"Wrong password."})"));
    row("200 in numbers", page("200 OK", json, R"({"success":0,"code":"3"})"));
    row("members of its own", page("401 Unauthorized", json, R"({"code":3,"message":"No.","attemptsLeft":4})"));
    row("401 behind nginx", page("401 Unauthorized", "Server: nginx/1.22.1\r\nVia: 1.1 proxy\r\n", {}));
    row("401 with its words", page("401 Unauthorized", json, R"({"message":"Wrong password."})"));
    row("403 without body", page("403 Forbidden", {}, {}));
    row("its words about a certificate",
        page("400 Bad Request", json, R"({"message":"A client certificate required by nobody."})"));
    row("a problem", page("400 Bad Request", "Content-Type: application/problem+json\r\n",
                          R"({"title":"One or more validation errors occurred.","status":400})"));
}

void GatewaysTest::theServicesOwnRefusalIsOne()
{
    QFETCH(const QByteArray, answer);
    WireServer server;
    server.setScript(WireStep::answer(answer));
    COMPARE_ERROR(signIn(server.address()), Kind::SignInRefused);
}

void GatewaysTest::theServicesWordsAtTheSignInAreShown_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    const QByteArray json = "Content-Type: application/json\r\n";
    const auto row = [&json](const char *name, const QByteArray &status, const QByteArray &body, const QString &words) {
        QTest::newRow(name) << page(status, json, body) << words;
    };
    row("a second step, and no token", "200 OK",
        R"({"success":true,"code":2,"message":"Enter the code that was sent to you."})",
        u"it sent no session token. Server says: “Enter the code that was sent to you.”"_s);
    row("a second step that repeats the password", "200 OK", R"({"success":true,"message":"lanyard has expired."})",
        u"it sent no session token. Server says: “"_s);
    row("a list of errors", "200 OK", R"({"success":false,"errors":["Account locked"]})",
        u"The sign-in was refused. Server says: “Account locked”"_s);
    row("a list of messages", "200 OK", R"({"success":false,"message":["Account locked","Ask."]})",
        u"The sign-in was refused. Server says: “Account locked Ask.”"_s);
    row("an error within", "200 OK", R"({"success":false,"error":{"code":4,"message":"Account locked"}})",
        u"The sign-in was refused. Server says: “Account locked”"_s);
    row("an error in words", "200 OK", R"({"success":false,"error":"Account locked"})",
        u"The sign-in was refused. Server says: “Account locked”"_s);
    row("a list in another framework's form", "422 Unprocessable Entity",
        R"({"message":["Account locked"],"error":"Unprocessable Entity","statusCode":422})",
        u"The sign-in was refused. Server says: “Account locked”"_s);
    row("a message within", "401 Unauthorized", R"({"success":false,"message":{"message":"Account locked"}})",
        u"The sign-in was refused. Server says: “Account locked”"_s);
}

void GatewaysTest::theServicesWordsAtTheSignInAreShown()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    WireServer server;
    server.setScript(WireStep::answer(answer));
    const auto refused = signIn(server.address());
    QVERIFY(!refused);
    const QString said = errorText(refused.error());
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY2(!said.contains(u"“lanyard"_s), qPrintable(said)); // the password
}

void GatewaysTest::theServicesOwnFaultIsOne_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray json = "Content-Type: application/json\r\n";
    const auto row = [](const char *name, const QByteArray &answer) { QTest::newRow(name) << answer; };
    row("500 without body", page("500 Internal Server Error", {}, {}));
    row("500 without body behind nginx", page("500 Internal Server Error", "Server: nginx\r\nVia: 1.1 kong\r\n", {}));
    row("500 with its words", page("500 Internal Server Error", json, R"({"code":7,"message":"nginx is not here"})"));
    row("500 with its words through Kong",
        page("500 Internal Server Error", json + "Server: Kestrel\r\nVia: kong/3.4.2\r\n", R"({"message":"No."})"));
    row("500 with a problem", page("500 Internal Server Error", "Content-Type: application/problem+json\r\n",
                                   R"({"title":"An error occurred.","status":500,"traceId":"00-1"})"));
    row("503 without body", page("503 Service Unavailable", {}, {}));
    row("ASP.NET Core's page for developers",
        page("500 Internal Server Error", "Content-Type: text/html; charset=utf-8\r\nServer: Kestrel\r\n",
             html("<h1>An unhandled exception occurred while processing the request.</h1>"
                  "<div>SqlException: Timeout expired.</div>")));
    row("the same behind nginx",
        page("500 Internal Server Error", "Content-Type: text/html; charset=utf-8\r\nServer: nginx\r\n",
             html("<h1>An unhandled exception occurred while processing the request.</h1>")));
    row("ASP.NET Core's text for developers",
        page("500 Internal Server Error", "Content-Type: text/plain; charset=utf-8\r\n",
             "System.InvalidOperationException: No.\r\n   at Program.Main()\r\n\r\nHEADERS\r\n=======\r\n"
             "Accept: application/json\r\n"));
    row("503 with its words", page("503 Service Unavailable", json, R"({"success":false,"message":"Busy."})"));
}

void GatewaysTest::theServicesOwnFaultIsOne()
{
    QFETCH(const QByteArray, answer);
    WireServer server;
    server.setScript(WireStep::answer(answer));
    const auto refused = signIn(server.address());
    COMPARE_ERROR(refused, Kind::ServiceFault);
    const QString said = errorText(refused.error());
    QVERIFY2(said.startsWith(answer.contains("503 ") ? u"The service is busy or down for maintenance."_s
                                                     : u"The service reported an internal error."_s),
             qPrintable(said));
}

// What the sentence says is typed as the server, to the letter.
void GatewaysTest::theAddressInASentenceLeadsToTheService_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("address"); // the whole of it: a call's path does not belong to it
    QTest::newRow("https to a port of http") << 9 << u"https"_s << m_nginx->address(9, u"http"_s);
    QTest::newRow("http to a port of https") << 1 << u"http"_s << m_nginx->address(1, u"https"_s);
    QTest::newRow("a redirect") << 7 << u"http"_s << m_service.address();
}

void GatewaysTest::theAddressInASentenceLeadsToTheService()
{
    QFETCH(const int, port);
    QFETCH(const QString, scheme);
    QFETCH(const QString, address);
    const auto refused = signIn(m_nginx->address(port, scheme));
    QVERIFY(!refused);
    const QString sentence = errorText(refused.error());
    static const QRegularExpression enter(u"[Ee]nter (\\S+) as the server"_s);
    const QRegularExpressionMatch match = enter.match(sentence);
    QVERIFY2(match.hasMatch(), qPrintable(sentence));
    QCOMPARE(match.captured(1), address);
    if (port == 1)
        return; // there a client certificate is demanded next
    VERIFY_OK(signIn(serverAddressFrom(match.captured(1))));
}

void GatewaysTest::aPastedAddressLeadsToTheService_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("address");
    const QString whole = u"https://licences.example.com:5455"_s;
    const auto row = [](const QString &pasted, const QString &address) {
        QTest::newRow(qPrintable(pasted)) << pasted << address;
    };
    for (const QString &rest :
         {u""_s, u"/"_s, u"/v1"_s, u"/v1/"_s, u"/v1/auth/login"_s, u"/V1/Auth/User"_s, u"/swagger"_s,
          u"/swagger/index.html"_s, u"/swagger/v1/swagger.json"_s, u"/swagger/index.html#/Authentication/post"_s,
          u"#/login"_s, u"/#/login"_s, u"/login?returnUrl=%2Fprofile"_s, u"?returnUrl=x"_s,
          u"/Account/Login?ReturnUrl=/"_s, u"/index.html"_s, u"."_s, u"/api-docs"_s})
        row(whole + rest, whole);
    row(whole + u"/licensing/v1/auth/login"_s, whole + u"/licensing"_s);
    row(whole + u"/licensing"_s, whole + u"/licensing"_s);
    row(whole + u"/licensing.#part"_s, whole + u"/licensing"_s);
    row(u"Server: "_s + whole, whole);
    row(u"URL="_s + whole, whole);
    row(u"“"_s + whole + u"”"_s, whole);
    row(u"<"_s + whole + u"/v1>"_s, whole);
    row(u"Please use "_s + whole + u"/swagger to sign in."_s, whole);
    row(u"  "_s + whole + u"\u200B\r\n"_s, whole);
    row(u"https:/licences.example.com:5455"_s, whole);
    row(u"https//licences.example.com:5455"_s, whole);
    row(u"https:///licences.example.com:5455"_s, whole);
    row(u"//licences.example.com:5455/v1"_s, whole);
    row(u"HTTPS://LICENCES.EXAMPLE.COM:5455/V1"_s, whole);
    row(u"ｈｔｔｐｓ：／／licences．example。com：５４５５"_s, whole);
    row(u"licences.example.com:5455"_s, whole);
    row(u"licences.example.com:5455/v1/auth/login"_s, whole);
    row(u"http://licences.example.com:5005/v1"_s, u"http://licences.example.com:5005"_s);
    row(u"host:5455"_s, u"https://host:5455"_s);
    row(u"Host: licences.example.com"_s, u"https://licences.example.com"_s);
    row(u"[::1]:5455/v1"_s, u"https://[::1]:5455"_s);
    row(u"https://[::1]"_s, u"https://[::1]"_s);
    row(whole + u"/account"_s, whole + u"/account"_s);
    row(whole + u"/docs/licences"_s, whole + u"/docs/licences"_s);
    row(u"login.example.com/?returnUrl=https://login.example.com/home"_s, u"https://login.example.com"_s);
    row(whole + u"/login?returnUrl=https%3A%2F%2Flicences.example.com%3A5455%2Fv1"_s, whole);
    row(u"https://licences.example.com/login?from=http://licences.example.com:80/"_s,
        u"https://licences.example.com"_s);
    row(whole + u"/login?returnUrl=%2Fv1"_s, whole);
    for (const QString &link :
         {u"%1<%1/>"_s, u"<%1|licences.example.com:5455>"_s, u"<%1/v1>"_s, u"href=\"%1/\""_s, u"href='%1'"_s,
          u"%1 %1"_s, u"[%1](%1)"_s, u"[Licences](%1)."_s, u"<a href=\"%1/\">%1/</a>"_s, u"**[%1](%1)**"_s,
          u"https://%1"_s, u"http://https://%1"_s, u"//%1"_s, u"https//%1"_s, u"base_url = \"%1\""_s, u"%1/v1 (%1)"_s})
        row(link.arg(whole), whole);
    row(u"http://127.1/login?returnUrl=http://127.0.0.1:80/"_s, u"http://127.0.0.1"_s);
    row(u"[https://[fd00::1]:5455](https://[fd00::1]:5455)"_s, u"https://[fd00::1]:5455"_s);
    row(u"server:8443"_s, u"https://server:8443"_s);
    row(u"server:8443/v1.0"_s, u"https://server:8443/v1.0"_s);
    row(u"host:8443/api.v2"_s, u"https://host:8443/api.v2"_s);
    for (const QString &text :
         {u"'"_s + whole + u"'"_s, u"\""_s + whole + u"/v1\","_s, u"\u200B"_s + whole + u"\uFEFF"_s,
          u"https://licences.example.com.:5455/"_s, u"https:\\\\licences.example.com:5455\\v1\\auth"_s,
          u"https://licences.example.com:5455\\"_s, u"\"https:\\\\licences.example.com:5455\""_s,
          u"HTTPS://LICENCES.EXAMPLE.COM:5455/V1/Auth/Login?x#y"_s, u"https://licences.example.com:\u200B5455"_s,
          u"https://licen\u00ADces.example.com:5455"_s, u"https://licences.example.com:5455\u00A0"_s,
          u"licences.example.com.:5455"_s, u"https://licences.example.com: 5455"_s,
          u"https: //licences.example.com:5455"_s, u"<a href=\"https://licences.example.com:5455/\">"_s,
          u"[licences](https://licences.example.com:5455/v1)"_s,
          u"curl https://licences.example.com:5455/v1/auth/user -H 'x-api-key: …'"_s})
        row(text, whole);
    row(u"https://bücher.example/v1"_s, u"https://xn--bcher-kva.example"_s);
    row(u"https://xn--bcher-kva.example"_s, u"https://xn--bcher-kva.example"_s);
    row(u"https://licences.example.com.:443"_s, u"https://licences.example.com"_s);
    row(u"https://licence_server:5455/v1"_s, u"https://licence_server:5455"_s);
    row(u"https://BÜCHER.example:5455"_s, u"https://xn--bcher-kva.example:5455"_s);
    row(u"https://[::ffff:10.0.0.1]:5455/v1/auth/login"_s, u"https://[::ffff:10.0.0.1]:5455"_s);
    row(u"https://[FD00::1]:5455"_s, u"https://[fd00::1]:5455"_s);
    row(u"https://host:0"_s, {});
    row(u"https://host:65536"_s, {});
    row(u"::1"_s, u"https://[::1]"_s);
    row(u"fe80::1%eth0"_s, u"https://[fe80::1%25eth0]"_s);
    row(u"fd00::12"_s, u"https://[fd00::12]"_s);
    row(u"https://[fe80::1%25eth0]:5455/v1"_s, u"https://[fe80::1%25eth0]:5455"_s);
    row(u"https://[fe80::1%eth0]:5455/v1"_s, u"https://[fe80::1%25eth0]:5455"_s);
    // Encoded whole, shown as source, in marks of every kind, at the end of a sentence
    for (const QString &text : {u"https%3A%2F%2Flicences.example.com%3A5455%2Fv1"_s,
                                u"https%3a%2f%2flicences.example.com%3a5455"_s,
                                u"https%253A%252F%252Flicences.example.com%253A5455%252Fv1"_s,
                                u"url=https%3A%2F%2Flicences.example.com%3A5455%2F"_s,
                                u"licences.example.com%3A5455%2Fv1"_s,
                                u"“https%3A%2F%2Flicences.example.com%3A5455%2Fv1”"_s,
                                u"view-source:https://licences.example.com:5455/v1"_s,
                                u"View-Source:https://licences.example.com:5455/"_s,
                                u"URL:https://licences.example.com:5455"_s,
                                u"feed:https://licences.example.com:5455/"_s,
                                u"<URL:https://licences.example.com:5455/v1>"_s,
                                u"‘https://licences.example.com:5455’"_s,
                                u"‚https://licences.example.com:5455‘"_s,
                                u"‹https://licences.example.com:5455›"_s,
                                u"「https://licences.example.com:5455」"_s,
                                u"《https://licences.example.com:5455》"_s,
                                u"『https://licences.example.com:5455/v1』"_s,
                                u"”https://licences.example.com:5455”"_s,
                                u"‟https://licences.example.com:5455”"_s,
                                u"\uFEFFhttps://licences.example.com:5455\uFEFF"_s,
                                u"\u200Bhttps://licences.example.com:5455\u200D"_s,
                                u"https://licences\u200C.example.com:5455"_s,
                                u"\u2068https://licences.example.com:5455\u2069"_s,
                                u"<https://licences.example.com:5455>"_s,
                                u"＜https://licences.example.com:5455＞"_s,
                                u"https://licences.example.com:5455."_s,
                                u"https://licences.example.com:5455,"_s,
                                u"https://licences.example.com:5455/v1."_s,
                                u"https://licences.example.com:5455/;"_s,
                                u"https://licences.example.com:5455!"_s,
                                u"https://licences.example.com:5455…"_s,
                                u"https://licences.example.com:5455。"_s,
                                u"https://licences.example.com:5455、"_s,
                                u"https://licences.example.com:5455:"_s,
                                u"https://licences.example.com:5455)."_s,
                                u"Use ‘https://licences.example.com:5455’, please."_s,
                                u"It is at https://licences.example.com:5455/v1, I think."_s,
                                u"is it https://licences.example.com:5455?"_s,
                                u"Sign in at ‹https://licences.example.com:5455›."_s})
        row(text, whole);
    row(u"http%3A%2F%2F127.0.0.1%3A8080%2Fv1"_s, u"http://127.0.0.1:8080"_s);
    row(u"https%3A%2F%2Flicences.example.com%2Flicen%20sing"_s, {});
    // Another host than the one that is plainly meant is never made of it.
    for (const QString &bad :
         {u"https%3A%2F%2Fa.example%3Fu%3Dhttps%3A%2F%2Fb.example"_s, u"https%3A%2F%2Fuser%3Asecret%40host"_s,
          u"https%3A%2F%2Fc.example%40b.example"_s, u"https%3A%2F%2Fc.example%5C%40b.example"_s,
          u"https://c.example%2F@b.example"_s, u"https://c.example%2Eb.example%2F"_s,
          u"https://c.example%40b.example"_s, u"view-source:https://user:secret@host"_s,
          u"view-source:javascript:alert(1)"_s, u"view-source:https://a.example/?u=https://b.example"_s,
          u"https%3A%2F%2Fc.example%20b.example"_s})
        row(bad, {});
    // What names no server, or more than one may do, stays refused.
    for (const QString &bad : {u"Do not use http://old.example but https://new.example"_s, u"xhttp://host"_s,
                               u"https://user:12#a/b@host"_s, u"https://user:12?a/b@host"_s, u"https://user:1 w@host"_s,
                               u"https://p'w@host"_s, u"user:12/a#b@host"_s, u"https://user:12/3@host"_s})
        row(bad, {});
    // A link that leads somewhere else: the password would go to what is in between.
    for (const QString &link :
         {u"https://a.example/?url=https%3A%2F%2Fb.example%2F&data=05%7C02%7Cbob%40firm.example"_s,
          u"https://a.example/?url=https%253A%252F%252Fb.example%252F"_s,
          u"https://a.example/url?q=http://b.example/&sa=D"_s,
          u"https://a.example/v3/__http:/b.example/__;!!x"_s,
          u"https://a.example/v2/url?u=https-3A__b.example&d=x"_s,
          u"https://a.example/login?returnUrl=http://b.example/"_s,
          u"https://a.example/login?returnUrl=//b.example/"_s,
          u"https://a.example#http://b.example"_s,
          u"https://a.example/https://b.example"_s,
          u"https://a.example/?u=https://a.example:8443"_s,
          u"a.example/?returnUrl=https://b.example/"_s,
          u"a.example/sso#https://b.example"_s,
          u"a.example:/?returnUrl=https://b.example/"_s,
          u"a.example:?returnUrl=https://b.example/"_s,
          u"a.example:/http:/b.example"_s,
          u"[2001:db8::1]/?a.example=https://b.example"_s,
          u"[2001:db8::1]:8443/?a.example=https://b.example"_s,
          u"[2001:db8::1]:/?a.example=https://b.example"_s,
          u"[https:/a.example](https:/b.example)"_s,
          u"https://a.example<https://b.example/>"_s,
          u"<https://a.example|https://b.example>"_s,
          u"[https://a.example](https://b.example)"_s,
          u"https://b.example/ (was https://a.example/)"_s})
        row(link, {});
    for (const QString &bad :
         {u""_s, u"https://"_s, u"ftp://licences.example.com"_s, u"https://user:secret@host"_s,
          u"https://user:1#secret@host"_s, u"https://user:1?secret@host"_s, u"https://user:secret/1@host"_s,
          u"user:secret@host"_s, u"two words"_s, u"javascript:alert(1)"_s, u"https://a/../b"_s})
        row(bad, {});
}

void GatewaysTest::aPastedAddressLeadsToTheService()
{
    QFETCH(const QString, pasted);
    QFETCH(const QString, address);
    const QString meant = serverAddressFrom(pasted);
    QCOMPARE(serverAddressFrom(meant), meant);
    const auto origin = Origin::parse(meant);
    if (!address.isEmpty()) {
        VERIFY_OK(origin);
        QCOMPARE(origin.value().text(), address);
        return;
    }
    COMPARE_ERROR(origin, Kind::AddressInvalid);
    if (pasted.contains(u"a.example"_s) && pasted.contains(u"b.example"_s))
        QVERIFY2(errorText(origin.error()).contains(u"names two servers"_s), qPrintable(errorText(origin.error())));
    QVERIFY2(!errorText(origin.error()).contains(u"secret"_s), qPrintable(errorText(origin.error())));
}

void GatewaysTest::aTokenMayComeAsItStandsInTheHeader_data()
{
    QTest::addColumn<QString>("sent");
    for (const QString &sent :
         {u"abc.def"_s, u"Bearer abc.def"_s, u"bearer abc.def"_s, u"\\\"abc.def\\\""_s, u"\\\"Bearer abc.def\\\""_s})
        QTest::newRow(qPrintable(sent)) << sent;
}

void GatewaysTest::aTokenMayComeAsItStandsInTheHeader()
{
    QFETCH(const QString, sent);
    ClientFixture pair(WireStep::answer(httpAnswer("{\"success\":true,\"token\":\"" + sent.toUtf8() + "\"}")));
    AuthApi api(pair.origin, pair.trust);
    const auto answer = wait(api.login(u"a"_s, Secret::fromText(u"b")));
    VERIFY_OK(answer);
    QCOMPARE(answer.value().token.exposeText(), u"abc.def"_s);
}

void GatewaysTest::membersThatWereRefusedAreTold()
{
    ClientFixture pair(
        WireStep::answer(page("400 Bad Request", "Content-Type: application/problem+json\r\n",
                              R"({"title":"Bad","errors":{"User.Email":["Not an address."],"$.user.mobile":"No."}})")));
    AuthApi api(pair.origin, pair.trust);
    const auto answer = wait(api.update(tokenOf(pair.origin, "canary"), User(QJsonObject{{u"id"_s, u"7"_s}})));
    COMPARE_ERROR(answer, Kind::Refused);
    QCOMPARE(answer.error().refusedMembers.value(u"User.Email"_s), u"Not an address."_s);
    QCOMPARE(answer.error().refusedMembers.value(u"$.user.mobile"_s), u"No."_s);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::GatewaysTest)
#include "tst_gateways.moc"
