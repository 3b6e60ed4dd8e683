// A7: proxies. One sees the name of the service and what TLS encrypts, never a request. It is told the name and the
// password that somebody entered for it, by Basic or Digest, and nothing else.

#include "core/http/proxypolicy.h"
#include "core/http/proxyrules.h"
#include "tests/core/clientfixture.h"
#include "tests/core/wiretls.h"
#include "tests/support/testclass.h"
#include "tests/wire/socksproxy.h"
#include "tests/wire/tunnel.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

const QByteArray canary = "CANARY.token-7f3a";

// In any case: Qt 6.8 writes the names of headers in small letters.
bool hasIn(const QByteArray &wire, const QByteArray &words)
{
    return wire.toLower().contains(words.toLower());
}

} // namespace

// The client's origin is a name that only the proxy would look up: nothing leaves this computer.
class FaultProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aServiceIsReachedThroughATunnel();
    void aProxyThatStandsInTheWayIsNamed_data();
    void aProxyThatStandsInTheWayIsNamed();
    void aKindThatIsNotSupportedIsNamed_data();
    void aKindThatIsNotSupportedIsNamed();
    void aSocksProxyIsToldNameAndPassword_data();
    void aSocksProxyIsToldNameAndPassword();
    void aProxyThatIsAwayIsNamed();
    void aProxyToWhichNoWayLeadsIsNamed();
    void aProxysSignInIsGivenOrNamed_data();
    void aProxysSignInIsGivenOrNamed();
    void aProxyThatBeginsToAskIsNamed_data();
    void aProxyThatBeginsToAskIsNamed();
    void aTunnelWithAnotherCertificateIsAHardStop();
    void onlyHttpsToOtherComputersTakesAProxy_data();
    void onlyHttpsToOtherComputersTakesAProxy();
    void theEnvironmentIsReadAsCurlReadsIt_data();
    void theEnvironmentIsReadAsCurlReadsIt();
    void aPasswordOfTheEnvironmentIsForItsProxy();
    void whatIsChosenCounts_data();
    void whatIsChosenCounts();
    void aChoiceCountsForTheNextRequest();
    void aPasswordIsForTheProxyThatAsked();
    void aProxyIsReadAsItIsPasted_data();
    void aProxyIsReadAsItIsPasted();

private:
    static void useProxy(quint16 port, const QByteArray &userInfo = {});
    [[nodiscard]] Result<ServiceAnswer> call(bool isPost);

    Origin m_origin = originOf(u"https://accounts.example.test:5455"_s);
    std::optional<TrustStore> m_trust; // one a test
};

void FaultProxyTest::useProxy(quint16 port, const QByteArray &userInfo)
{
    qputenv("https_proxy", "http://" + userInfo + "127.0.0.1:" + QByteArray::number(port));
}

void FaultProxyTest::init()
{
    m_trust.emplace();
    qunsetenv("no_proxy");
}

void FaultProxyTest::cleanup()
{
    qunsetenv("https_proxy");
    qunsetenv("all_proxy");
    qunsetenv("http_proxy");
}

Result<ServiceAnswer> FaultProxyTest::call(bool isPost)
{
    HttpClient client(m_origin, *m_trust, HttpClient::PlainHttp::Refuse,
                      {.connectMs = 1000, .inactivityMs = 1000, .deadlineMs = 3000});
    const Credential token = tokenOf(m_origin, canary);
    return wait(isPost ? client.post(userPath, {}, token) : client.get(userPath, token));
}

void FaultProxyTest::aServiceIsReachedThroughATunnel()
{
    WireServer service;
    service.setTls(serverTls());
    service.setScript(WireStep::answer(httpAnswer(success)));
    QVERIFY(m_trust->setPin(m_origin, pinOf(serverTls())));
    Tunnel proxy(service.port());
    useProxy(proxy.serverPort());
    for (const bool isPost : {false, true})
        VERIFY_OK(call(isPost));
    QCOMPARE(service.requests().size(), 2);
    QCOMPARE(service.received().count(canary), 2);
    QVERIFY2(proxy.asked.startsWith("CONNECT accounts.example.test:5455 HTTP/1.1\r\n"), proxy.asked.constData());
    for (const QByteArray &secret : {canary, QByteArray("Authorization"), QByteArray("/v1/auth")})
        QVERIFY2(!hasIn(proxy.asked, secret) && !hasIn(proxy.carried, secret), secret.constData());
}

void FaultProxyTest::aProxyThatStandsInTheWayIsNamed_data()
{
    QTest::addColumn<WireStep>("step");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const QByteArray &status, const QByteArray &headers = {}) {
        QTest::newRow(name) << WireStep::lastAnswer(httpAnswer("<html>", status, headers, "text/html"))
                            << Kind::ProxyInTheWay;
    };
    const QByteArray closing = "Connection: close\r\n";
    for (const auto &[challenge, kind] : {std::pair("Basic realm=\"x\"", Kind::ProxySignIn),
                                          {"Digest realm=\"x\", nonce=\"1\"", Kind::ProxySignIn},
                                          {"NTLM", Kind::ProxySignInUnsupported},
                                          {"Negotiate", Kind::ProxySignInUnsupported}}) {
        const QByteArray status = "407 Proxy Authentication Required";
        const QByteArray header = "Proxy-Authenticate: " + QByteArray(challenge) + "\r\n";
        QTest::addRow("A7 407 %.9s", challenge) << WireStep::answer(httpAnswer({}, status, header)) << kind;
        QTest::addRow("A7 407 %.9s and closes", challenge)
            << WireStep::lastAnswer(httpAnswer("<html>", status, header + closing, "text/html")) << kind;
        QTest::addRow("A7 407 %.9s of HTTP/1.0", challenge)
            << WireStep::lastAnswer("HTTP/1.0 " + status + "\r\n" + header + "\r\n<html>") << kind;
    }
    row("A7 forbids it", "403 Forbidden");
    row("A7 knows no such host", "404 Not Found");
    row("A7 cannot reach it", "502 Bad Gateway");
    row("A7 redirects", "302 Found", "Location: http://portal.example/\r\n");
    row("A7 asks and does not say how", "407 Proxy Authentication Required");
    QTest::newRow("A7 hangs up") << WireStep::close() << Kind::ProxyInTheWay;
    QTest::newRow("A7 resets") << WireStep::reset() << Kind::ProxyInTheWay;
    QTest::newRow("A7 says nothing") << WireStep::silence() << Kind::ProxyInTheWay;
}

void FaultProxyTest::aProxyThatStandsInTheWayIsNamed()
{
    QFETCH(const WireStep, step);
    QFETCH(const Kind, kind);
    for (const bool isPost : {false, true}) {
        WireServer proxy;
        proxy.setScript(step);
        useProxy(proxy.port());
        const auto result = call(isPost);
        QVERIFY2(!result.ok() && result.error().kind == kind, told(result).constData());
        const QString name = u"127.0.0.1:%1"_s.arg(proxy.port());
        QCOMPARE(result.error().subject, name);
        QVERIFY(errorText(result.error()).contains(name));
        spin(20);
        QVERIFY(!hasIn(proxy.received(), "Proxy-Authorization"));
        QVERIFY(!proxy.received().contains(canary));
        QVERIFY(!proxy.received().contains("GET ") && !proxy.received().contains("POST "));
    }
}

void FaultProxyTest::aKindThatIsNotSupportedIsNamed_data()
{
    QTest::addColumn<QByteArray>("scheme");
    for (const char *scheme : {"socks4", "socks4a", "https"})
        QTest::newRow(scheme) << QByteArray(scheme);
}

// Nothing goes to a proxy that would not understand it, nor around it.
void FaultProxyTest::aKindThatIsNotSupportedIsNamed()
{
    QFETCH(const QByteArray, scheme);
    for (const bool isPost : {false, true}) {
        const WireServer proxy;
        const QByteArray host = "://127.0.0.1:" + QByteArray::number(proxy.port());
        qputenv("https_proxy", QByteArray(scheme + host).replace("://", "://me:CANARY-pw@"));
        const auto result = call(isPost);
        COMPARE_ERROR(result, Kind::ProxyUnsupported);
        QVERIFY(errorText(result.error()).contains(QString::fromLatin1(scheme + host)));
        QVERIFY(!(errorText(result.error()) + errorDetails(result.error())).contains("CANARY"_L1));
        spin(50);
        QCOMPARE(proxy.received(), QByteArray());
    }
}

void FaultProxyTest::aSocksProxyIsToldNameAndPassword_data()
{
    QTest::addColumn<QByteArray>("userInfo");
    QTest::addColumn<int>("signIns");
    QTest::addColumn<Kind>("kind"); // ProxyUnsupported: none, it goes through
    QTest::newRow("right") << QByteArray("m%40rossi:CANARY%3Apw@") << 1 << Kind::ProxyUnsupported;
    QTest::newRow("wrong") << QByteArray("m%40rossi:CANARY@") << 1 << Kind::ProxySignIn;
    QTest::newRow("none") << QByteArray() << 0 << Kind::ProxySignIn;
}

void FaultProxyTest::aSocksProxyIsToldNameAndPassword()
{
    QFETCH(const QByteArray, userInfo);
    QFETCH(const int, signIns);
    QFETCH(const Kind, kind);
    WireServer service;
    service.setTls(serverTls());
    service.setScript(WireStep::answer(httpAnswer(success)));
    QVERIFY(m_trust->setPin(m_origin, pinOf(serverTls())));
    SocksProxy proxy(service.port(), "m@rossi", "CANARY:pw");
    qputenv("all_proxy", "socks5h://" + userInfo + "127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    const auto result = call(true);
    if (kind == Kind::ProxyUnsupported) {
        VERIFY_OK(result);
        QCOMPARE(proxy.asked, QByteArrayList{"accounts.example.test:5455"}); // the proxy looks the name up
        QVERIFY(!proxy.carried.contains(canary) && !service.received().contains("CANARY:pw"));
    } else {
        COMPARE_ERROR(result, kind);
        QCOMPARE(result.error().subject, u"127.0.0.1:%1"_s.arg(proxy.serverPort()));
        QVERIFY(proxy.asked.isEmpty());
    }
    QCOMPARE(proxy.signIns, signIns);
}

void FaultProxyTest::aProxysSignInIsGivenOrNamed_data()
{
    QTest::addColumn<QByteArrayList>("schemes");
    QTest::addColumn<QByteArray>("userInfo");
    QTest::addColumn<Kind>("kind"); // Cancelled: none, it goes through
    QTest::addColumn<int>("asked"); // CONNECT, at the most
    const QByteArray basic = "Basic realm=\"x\"";
    const QByteArray digest = "Digest realm=\"x\", nonce=\"1\", qop=\"auth\"";
    const Kind none = Kind::Cancelled;
    const auto row = [](const QByteArrayList &schemes, const char *userInfo, Kind kind, int asked) {
        QTest::addRow("%s %s", schemes.join(", ").constData(), userInfo)
            << schemes << QByteArray(userInfo) << kind << asked;
    };
    // Qt 6.4 said CONNECT to these thousands of times a second, with and without a name and a password.
    for (const char *userInfo : {"", "me:pw@", "DOM%5Cme:pw@"}) {
        for (const QByteArrayList &schemes : {QByteArrayList{"NTLM"},
                                              {"Negotiate"},
                                              {"Negotiate", "NTLM"},
                                              {"Negotiate, NTLM"},
                                              {"NTLM TlRMTVNTUAAC"},
                                              {"Kerberos"},
                                              {"Bearer"}})
            row(schemes, userInfo, Kind::ProxySignInUnsupported, 1);
    }
    for (const QByteArrayList &schemes :
         {QByteArrayList{"NTLM", basic}, {"Negotiate", "NTLM", basic}, {basic, "NTLM"}, {"NTLM, " + basic}}) {
        row(schemes, "", Kind::ProxySignIn, 1);
        row(schemes, "me:wrong@", Kind::ProxySignIn, 2);
        row(schemes, "me:p%C3%A4ss@", none, 3);
    }
    row({basic}, "", Kind::ProxySignIn, 1);
    row({basic}, "me:wrong@", Kind::ProxySignIn, 2);
    row({basic}, "me:p%C3%A4ss@", none, 2);
    row({digest}, "me:wrong@", Kind::ProxySignIn, 3);
    row({"NTLM", digest}, "me:wrong@", Kind::ProxySignIn, 3);
    row({"NTLM", digest, basic}, "", Kind::ProxySignIn, 1);
}

// By Basic or Digest, also where the proxy prefers others; otherwise the sentence says what it offers, at once.
void FaultProxyTest::aProxysSignInIsGivenOrNamed()
{
    QFETCH(const QByteArrayList, schemes);
    QFETCH(const QByteArray, userInfo);
    QFETCH(const Kind, kind);
    QFETCH(const int, asked);
    WireServer service;
    service.setTls(serverTls());
    service.setScript(WireStep::answer(httpAnswer(success)));
    QVERIFY(m_trust->setPin(m_origin, pinOf(serverTls())));
    for (const bool isPost : {false, true}) {
        Tunnel proxy(service.port());
        proxy.wantSignIn(schemes, "Basic " + QByteArray("me:päss").toBase64());
        useProxy(proxy.serverPort(), userInfo);
        const auto result = call(isPost);
        spin(20);
        QVERIFY2(proxy.asked.count("CONNECT ") <= asked, QByteArray::number(proxy.asked.count("CONNECT ")).constData());
        QVERIFY(!proxy.asked.contains(canary) && !proxy.carried.contains(canary));
        QVERIFY(!hasIn(proxy.asked, "Proxy-Authorization: NTLM"));
        if (kind == Kind::Cancelled) {
            VERIFY_OK(result);
            continue;
        }
        COMPARE_ERROR(result, kind);
        const QString said = errorText(result.error());
        QVERIFY2(said.contains(u"The proxy 127.0.0.1:%1"_s.arg(proxy.serverPort())), qPrintable(said));
        if (kind == Kind::ProxySignInUnsupported)
            QVERIFY2(said.contains(u"Basic or Digest only"_s) &&
                         said.contains(QString::fromLatin1(schemes.first().split(' ').first())),
                     qPrintable(said));
    }
    QVERIFY(!hasIn(service.received(), "Proxy-Authorization"));
}

void FaultProxyTest::aProxyThatBeginsToAskIsNamed_data()
{
    QTest::addColumn<QByteArrayList>("schemes");
    QTest::addColumn<QByteArray>("userInfo");
    QTest::addColumn<Kind>("kind"); // Cancelled: none, it goes through
    const QByteArray basic = "Basic realm=\"x\"";
    const auto row = [](const QByteArrayList &schemes, const char *userInfo, Kind kind) {
        QTest::addRow("%s %s", schemes.join(", ").constData(), userInfo) << schemes << QByteArray(userInfo) << kind;
    };
    for (const char *userInfo : {"", "me:pw@", "DOM%5Cme:pw@"}) {
        for (const QByteArrayList &schemes :
             {QByteArrayList{"NTLM"}, {"Negotiate"}, {"Negotiate", "NTLM"}, {"Kerberos"}})
            row(schemes, userInfo, Kind::ProxySignInUnsupported);
    }
    for (const QByteArrayList &schemes : {QByteArrayList{basic}, {"NTLM", basic}}) {
        row(schemes, "", Kind::ProxySignIn);
        row(schemes, "me:wrong@", Kind::ProxySignIn);
        row(schemes, "me:p%C3%A4ss@", Kind::Cancelled);
    }
}

// In the middle of a session: it let the first request through without a question.
void FaultProxyTest::aProxyThatBeginsToAskIsNamed()
{
    QFETCH(const QByteArrayList, schemes);
    QFETCH(const QByteArray, userInfo);
    QFETCH(const Kind, kind);
    WireServer service;
    service.setTls(serverTls());
    service.setScript(WireStep::lastAnswer(httpAnswer(success, "200 OK", "Connection: close\r\n")));
    QVERIFY(m_trust->setPin(m_origin, pinOf(serverTls())));
    for (const bool isPost : {false, true}) {
        Tunnel proxy(service.port());
        useProxy(proxy.serverPort(), userInfo);
        HttpClient client(m_origin, *m_trust, HttpClient::PlainHttp::Refuse,
                          {.connectMs = 1000, .inactivityMs = 1000, .deadlineMs = 3000});
        const Credential token = tokenOf(m_origin, canary);
        VERIFY_OK(wait(client.get(userPath, token)));
        const qsizetype served = service.requests().size();
        proxy.asked.clear();
        proxy.wantSignIn(schemes, "Basic " + QByteArray("me:päss").toBase64());
        const auto result = wait(isPost ? client.post(userPath, {}, token) : client.get(userPath, token));
        spin(20);
        // One that Qt makes, one that asks what the proxy offers, and one with the answer, before it is Qt's turn
        // again.
        const qsizetype asked = proxy.asked.count("CONNECT ");
        QVERIFY2(asked <= 4, QByteArray::number(asked).constData());
        QVERIFY(!proxy.asked.contains(canary) && !proxy.carried.contains(canary));
        if (kind == Kind::Cancelled) {
            VERIFY_OK(result);
            QCOMPARE(service.requests().size(), served + 1);
            continue;
        }
        COMPARE_ERROR(result, kind);
        QCOMPARE(service.requests().size(), served);
        QCOMPARE(result.error().subject, u"127.0.0.1:%1"_s.arg(proxy.serverPort()));
    }
}

void FaultProxyTest::aProxyThatIsAwayIsNamed()
{
    quint16 port = 0;
    {
        const WireServer gone;
        port = gone.port();
    }
    useProxy(port);
    const auto result = call(false);
    COMPARE_ERROR(result, Kind::ProxyInTheWay);
    QCOMPARE(result.error().subject, u"127.0.0.1:%1"_s.arg(port));
}

// The system refuses this address before it has sent anything, as it does any without a network: the socket fails while
// it is still being asked to connect.
void FaultProxyTest::aProxyToWhichNoWayLeadsIsNamed()
{
    qputenv("https_proxy", "http://255.255.255.255:3128");
    for (const bool isPost : {false, true}) {
        const auto result = call(isPost);
        COMPARE_ERROR(result, Kind::ProxyInTheWay);
        QCOMPARE(result.error().subject, u"255.255.255.255:3128"_s);
    }
}

void FaultProxyTest::aTunnelWithAnotherCertificateIsAHardStop()
{
    WireServer service;
    service.setTls(serverTls());
    QVERIFY(m_trust->setPin(m_origin, QByteArray(32, '\1')));
    Tunnel proxy(service.port());
    useProxy(proxy.serverPort());
    for (const bool isPost : {false, true})
        COMPARE_ERROR(call(isPost), Kind::CertificateChanged);
    QCOMPARE(service.received(), QByteArray());
}

void FaultProxyTest::onlyHttpsToOtherComputersTakesAProxy_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("direct");
    QTest::newRow("A7 https") << u"https://accounts.example.test"_s << false;
    QTest::newRow("A7 http") << u"http://accounts.example.test"_s << true;
    QTest::newRow("A7 https to this computer") << u"https://127.0.0.1:5455"_s << true;
    QTest::newRow("A7 https to localhost") << u"https://localhost:5455"_s << true;
    QTest::newRow("A7 http to this computer") << u"http://[::1]:5455"_s << true;
}

void FaultProxyTest::onlyHttpsToOtherComputersTakesAProxy()
{
    QFETCH(const QString, address);
    QFETCH(const bool, direct);
    useProxy(3128);
    qputenv("http_proxy", "http://127.0.0.1:3128");
    const Origin origin = originOf(address);
    ProxyPolicy policy(origin);
    const QList<QNetworkProxy> proxies = policy.queryProxy(QNetworkProxyQuery(origin.url("/"_L1)));
    QCOMPARE(proxies.first().type() == QNetworkProxy::NoProxy, direct);
    QCOMPARE(policy.proxyText(), direct ? QString() : u"127.0.0.1:3128"_s);
}

void FaultProxyTest::theEnvironmentIsReadAsCurlReadsIt_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &name, const QByteArray &variables, const char *host,
                        const QByteArray &expected) {
        QTest::newRow(name.constData()) << QString::fromLatin1(variables).split(u'|')
                                        << u"https://"_s + QString::fromLatin1(host) << QString::fromUtf8(expected);
    };
    row("small letters", "https_proxy=http://p.test:3128", "a.test", "http p.test:3128");
    row("capitals", "HTTPS_PROXY=http://p.test:3128", "a.test", "http p.test:3128");
    row("small letters first", "HTTPS_PROXY=http://q.test:1|https_proxy=http://p.test:3128", "a.test",
        "http p.test:3128");
    row("all_proxy", "all_proxy=http://p.test:3128", "a.test", "http p.test:3128");
    row("ALL_PROXY", "ALL_PROXY=http://p.test:3128", "a.test", "http p.test:3128");
    row("https_proxy before all_proxy", "all_proxy=http://q.test:1|https_proxy=p.test:3128", "a.test",
        "http p.test:3128");
    row("http_proxy is for http", "http_proxy=http://p.test:3128", "a.test", "none named");
    row("no scheme", "https_proxy=p.test:3128", "a.test", "http p.test:3128");
    row("no port", "https_proxy=http://p.test", "a.test", "http p.test:1080");
    row("brackets", "https_proxy=http://[::1]:3128", "a.test", "http ::1:3128");
    row("name and password", "https_proxy=http://me%40x:p%3Aw@p.test:3128", "a.test", "http me@x p:w p.test:3128");
    row("name and password, no scheme", "https_proxy=me:pw@p.test:3128", "a.test", "http me pw p.test:3128");
    row("socks5", "all_proxy=socks5://p.test:1080", "a.test", "socks5 p.test:1080");
    for (const QByteArray scheme : {"socks4", "socks4a", "SOCKS4", "socks", "https", "quic"})
        row(scheme, "https_proxy=" + scheme + "://me:pw@p.test:3128/x", "a.test",
            "not supported " + scheme.toLower() + "://p.test:3128");
    for (const QByteArray address : {"http://p.test:80800", "http://p.test:abc", "http://p.test:0", "http://:3128",
                                     "http://[::1", "http://p q:3128", "socks5://", "://p.test"})
        row(address, "https_proxy=" + address, "a.test", "not supported " + address);
    row("no address, no scheme", "all_proxy=p.test:abc", "a.test", "not supported http://p.test:abc");
    row("no address, password", "https_proxy=http://me:p/w@x@p.test:3128", "a.test", "not supported …@p.test:3128");
    row("no address, and not asked", "https_proxy=http://:1|no_proxy=a.test", "a.test", "direct");
    row("not supported, and not asked", "https_proxy=socks4://p.test:1|no_proxy=a.test", "a.test", "direct");
    row("socks5h", "all_proxy=socks5h://p.test", "a.test", "socks5h p.test:1080");
    for (const char *list :
         {"*", "a.test", ".test", "test", "A.TEST", "b.test, a.test", "b.test a.test", "a.test.", "a.test:443"})
        row(list, QByteArray("https_proxy=p.test:1|no_proxy=" + QByteArray(list)).constData(), "a.test", "direct");
    for (const char *list : {"b.test", "st", ".a.test.b", "a.test:8443", "*.other", "10.0.0.0/8"})
        row(list, QByteArray("https_proxy=p.test:1|NO_PROXY=" + QByteArray(list)).constData(), "a.test",
            "http p.test:1");
    for (const char *list : {"10.1.2.3", "10.0.0.0/8", "10.1.2.3/32", "10.1.2.3:5455"})
        row(list, QByteArray("https_proxy=p.test:1|no_proxy=" + QByteArray(list)).constData(), "10.1.2.3:5455",
            "direct");
    row("another network", "https_proxy=p.test:1|no_proxy=10.2.0.0/16", "10.1.2.3", "http p.test:1");
    row("IPv6", "https_proxy=p.test:1|no_proxy=[fd00::1]", "[fd00::1]", "direct");
    row("IPv6 network", "https_proxy=p.test:1|no_proxy=fd00::/8", "[fd00::1]", "direct");
}

void FaultProxyTest::theEnvironmentIsReadAsCurlReadsIt()
{
    QFETCH(const QStringList, variables);
    QFETCH(const QString, address);
    QFETCH(const QString, expected);
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    const auto read = proxyFor(originOf(address), environment);
    const auto proxy = read ? read.value() : std::nullopt;
    QString text = !read ? u"not supported "_s + read.error().subject : proxy ? u"direct"_s : u"none named"_s;
    if (proxy && proxy->type() != QNetworkProxy::NoProxy) {
        const bool looksUp = proxy->capabilities().testFlag(QNetworkProxy::HostNameLookupCapability);
        text = proxy->type() == QNetworkProxy::HttpProxy ? u"http"_s : looksUp ? u"socks5h"_s : u"socks5"_s;
        if (!proxy->user().isEmpty())
            text += u' ' + proxy->user() + u' ' + proxy->password();
        text += u' ' + proxy->hostName() + u':' + QString::number(proxy->port());
    }
    QCOMPARE(text, expected);
}

void FaultProxyTest::aPasswordOfTheEnvironmentIsForItsProxy()
{
    WireServer proxy;
    proxy.setScript(WireStep::answer(
        httpAnswer({}, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n")));
    useProxy(proxy.port(), "user:CANARY-pw@");
    COMPARE_ERROR(call(false), Kind::ProxySignIn);
    QVERIFY(proxy.received().contains("CONNECT"));
    const QByteArray basic = "Proxy-Authorization: Basic " + QByteArray("user:CANARY-pw").toBase64();
    QVERIFY(hasIn(proxy.received(), basic));
    QVERIFY(!proxy.received().contains("GET "));
}

void FaultProxyTest::whatIsChosenCounts_data()
{
    QTest::addColumn<ProxyChoice>("choice");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("expected");
    using Way = ProxyChoice::Way;
    const ProxyChoice http{Way::Manual, ProxyChoice::Kind::Http, u"p.test"_s, 8080};
    const ProxyChoice socks{Way::Manual, ProxyChoice::Kind::Socks5, u"p.test"_s, 1080};
    const QString far = u"https://accounts.example.test"_s;
    QTest::newRow("the system's") << ProxyChoice() << far << u"http 127.0.0.1:3128"_s;
    QTest::newRow("none") << ProxyChoice{.way = Way::None} << far << u"direct"_s;
    QTest::newRow("HTTP") << http << far << u"http p.test:8080"_s;
    QTest::newRow("SOCKS5") << socks << far << u"socks5 p.test:1080"_s;
    for (const char *direct :
         {"http://accounts.example.test", "https://127.0.0.1:5455", "https://[::1]", "http://localhost"})
        QTest::newRow(direct) << http << QString::fromLatin1(direct) << u"direct"_s;
}

void FaultProxyTest::whatIsChosenCounts()
{
    QFETCH(const ProxyChoice, choice);
    QFETCH(const QString, address);
    QFETCH(const QString, expected);
    useProxy(3128);
    const Origin origin = originOf(address);
    ProxySettings settings;
    settings.setChoice(choice);
    ProxyPolicy policy(origin, settings);
    const QNetworkProxy proxy = policy.queryProxy(QNetworkProxyQuery(origin.url("/"_L1))).value(0);
    const QString text = proxy.type() == QNetworkProxy::NoProxy     ? u"direct"_s
                         : proxy.type() == QNetworkProxy::HttpProxy ? u"http "_s + policy.proxyText()
                                                                    : u"socks5 "_s + policy.proxyText();
    QCOMPARE(text, expected);
}

void FaultProxyTest::aChoiceCountsForTheNextRequest()
{
    WireServer service;
    service.setTls(serverTls());
    service.setScript(WireStep::answer(httpAnswer(success)));
    QVERIFY(m_trust->setPin(m_origin, pinOf(serverTls())));
    Tunnel first(service.port());
    Tunnel second(service.port());
    ProxySettings settings;
    HttpClient client(m_origin, *m_trust, HttpClient::PlainHttp::Refuse, {}, settings);
    for (Tunnel *proxy : {&first, &second, &first}) {
        settings.setChoice({ProxyChoice::Way::Manual, ProxyChoice::Kind::Http, u"127.0.0.1"_s, proxy->serverPort()});
        proxy->asked.clear();
        for (int i = 0; i < 2; ++i)
            VERIFY_OK(wait(client.get(userPath, tokenOf(m_origin, canary))));
        // One to see what the proxy asks for, and one for both requests.
        QCOMPARE(proxy->asked.count("CONNECT"), 2);
    }
    QCOMPARE(service.requests().size(), 6);
}

// One proxy asks, and is told; others, though they ask, and the service hear nothing of it. What is refused is sent
// once.
void FaultProxyTest::aPasswordIsForTheProxyThatAsked()
{
    WireServer service;
    service.setTls(serverTls());
    service.setScript(WireStep::answer(httpAnswer(success)));
    QVERIFY(m_trust->setPin(m_origin, pinOf(serverTls())));
    const WireStep question = WireStep::answer(
        httpAnswer({}, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
    WireServer asking;
    asking.setScript(question);
    WireServer alsoAsking;
    alsoAsking.setScript(question);
    Tunnel another(service.port());
    const QByteArray basic = "Proxy-Authorization: Basic " + QByteArray("me:CANARY-pw").toBase64();

    ProxySettings settings;
    const auto choose = [&settings](quint16 port) {
        settings.setChoice({ProxyChoice::Way::Manual, ProxyChoice::Kind::Http, u"127.0.0.1"_s, port});
    };
    HttpClient client(m_origin, *m_trust, HttpClient::PlainHttp::Refuse, {}, settings);
    const auto get = [&] { return wait(client.get(userPath, tokenOf(m_origin, canary))); };
    choose(asking.port());
    COMPARE_ERROR(get(), Kind::ProxySignIn);
    QVERIFY(!hasIn(asking.received(), "Proxy-Authorization"));
    settings.setSignIn(u"127.0.0.1:%1"_s.arg(asking.port()), {u"me"_s, Secret("CANARY-pw")});
    COMPARE_ERROR(get(), Kind::ProxySignIn);
    QCOMPARE(asking.received().toLower().count(basic.toLower()), 1);
    choose(alsoAsking.port());
    COMPARE_ERROR(get(), Kind::ProxySignIn);
    choose(another.serverPort());
    VERIFY_OK(get());
    for (const QByteArray &seen : {alsoAsking.received(), another.asked, another.carried, service.received()})
        QVERIFY(!hasIn(seen, "CANARY-pw") && !hasIn(seen, "Proxy-Authorization"));
}

void FaultProxyTest::aProxyIsReadAsItIsPasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("proxy.example.com", "proxy.example.com");
    row(" Proxy.Example.com\n", "proxy.example.com");
    row("proxy.example.com:3128", "proxy.example.com 3128");
    row("http://proxy.example.com:3128/", "http proxy.example.com 3128");
    row("HTTP://proxy.example.com", "http proxy.example.com");
    row("socks5://10.0.0.1:1080", "socks5 10.0.0.1 1080");
    row("socks5h://10.0.0.1", "socks5 10.0.0.1");
    row("::1", "::1");
    row("[fd00::1]:3128", "fd00::1 3128");
    row("", "missing");
    row("  ", "missing");
    row("https://proxy.example.com", "other scheme");
    row("socks4://proxy.example.com", "other scheme");
    row("me:pw@proxy.example.com", "holds a password");
    row("http://me@proxy.example.com:1", "holds a password");
    row("proxy example", "unreadable");
    row("proxy.example.com/proxy.pac", "unreadable");
    row("proxy.example.com:0", "unreadable");
    row("proxy.example.com:99999", "unreadable");
}

void FaultProxyTest::aProxyIsReadAsItIsPasted()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    static const QStringList problems{{}, u"missing"_s, u"unreadable"_s, u"other scheme"_s, u"holds a password"_s};
    const ProxyText read = readProxyText(text);
    QStringList parts{problems.at(static_cast<int>(read.problem)), read.host};
    if (read.kind)
        parts.prepend(*read.kind == ProxyChoice::Kind::Http ? u"http"_s : u"socks5"_s);
    if (read.port != 0)
        parts << QString::number(read.port);
    parts.removeAll(QString());
    QCOMPARE(parts.join(u' '), expected);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultProxyTest)
#include "tst_faultproxy.moc"
