// Faults of HTTP: redirects, challenges, statuses, heads and bodies that a client must not believe or follow.

#include "tests/core/faultbench.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using When = WireStep::When;

namespace {

Fault answered(const QByteArray &name, const QByteArray &answer, const Ending &ending)
{
    return {.name = name, .scripts = {{WireStep::answer(answer)}}, .get = ending, .post = ending};
}

// The same, and the connection ends with the answer.
Fault lastAnswered(const QByteArray &name, const QByteArray &answer, const Ending &ending)
{
    return {.name = name, .scripts = {{WireStep::lastAnswer(answer)}}, .get = ending, .post = ending};
}

// Qt 6.4 knows no interim answer but 100: it takes it for the answer.
Fault interim(const QByteArray &name, const QByteArray &answer)
{
    Fault fault = answered(name, answer, isUnreadable);
    fault.post = isUnknown;
    fault.maySucceed = true;
    return fault;
}

QByteArray withStatus(const QByteArray &statusLine, const QByteArray &headers = {}, const QByteArray &body = success)
{
    return httpAnswer(body, statusLine, headers);
}

// With every answer that a redirect can be, nobody is followed to anywhere.
QList<Fault> redirects()
{
    QList<Fault> faults;
    for (const QByteArray status : {"300", "301", "302", "303", "305", "307", "308"}) {
        for (const QByteArray target : {"http://ELSEWHERE/v1/auth/user", "https://ELSEWHERE/", "//ELSEWHERE/x",
                                        "http://user:pw@ELSEWHERE/?token=1#top", "/elsewhere", "file:///etc/passwd",
                                        "data:,x", "ftp://ELSEWHERE/"}) {
            Fault fault =
                answered("B1 " + status + " to " + target,
                         withStatus(status + " Elsewhere", "Location: " + target + "\r\n"), {Kind::Redirected});
            fault.overTls = target.startsWith("http");
            faults << fault;
        }
    }
    return faults << answered("B1 302 to nowhere", withStatus("302 Found"), isNotTheService)
                  << answered("B1 302 to an empty address", withStatus("302 Found", "Location: \r\n"), isNotTheService)
                  << answered("B1 200 with a location", withStatus("200 OK", "Location: http://ELSEWHERE/\r\n"),
                              succeeds)
                  << answered("B1 201 with a location", withStatus("201 Created", "Location: http://ELSEWHERE/\r\n"),
                              succeeds);
}

bool isForeign(const QByteArray &challenge)
{
    return !challenge.startsWith("Bearer") && !challenge.startsWith("Unheard-of");
}

QList<Fault> challenges()
{
    QList<Fault> faults;
    for (const QByteArray challenge :
         {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"1\", qop=\"auth\"", "NTLM", "Negotiate", "Bearer",
          "Bearer error=\"invalid_token\"", "Basic realm=\"x\"\r\nWWW-Authenticate: NTLM", "Unheard-of"}) {
        const QByteArray name = challenge.left(challenge.indexOf('\r')).left(20);
        faults << answered("B3 401 " + name,
                           withStatus("401 Unauthorized", "WWW-Authenticate: " + challenge + "\r\n", {}),
                           // Whoever else asks is not the service.
                           {isForeign(challenge) ? Kind::GatewaySignIn : Kind::SessionExpired})
               << answered(
                      "B3 407 " + name,
                      withStatus("407 Proxy Authentication Required", "Proxy-Authenticate: " + challenge + "\r\n", {}),
                      {Kind::GatewaySignIn});
    }
    return faults << answered("B3 401 without a challenge", withStatus("401 Unauthorized"), {Kind::SessionExpired})
                  << answered("B3 200 with a challenge",
                              withStatus("200 OK", "WWW-Authenticate: Basic realm=\"x\"\r\n"), succeeds);
}

QList<Fault> oddStatuses()
{
    const QByteArray whole = httpAnswer(success);
    QList<Fault> faults;
    for (const QByteArray status :
         {"202 Accepted", "203 Other", "206 Partial Content", "207 Many", "226 IM Used", "299 Odd"})
        faults << answered("B4 " + status, withStatus(status), isNotTheService);
    return faults << answered("B4 201", withStatus("201 Created"), succeeds)
                  << answered("B4 201 without a body", withStatus("201 Created", {}, {}), isNotTheService)
                  << answered("B4 201 that says no", withStatus("201 Created", {}, "{\"success\":false}"),
                              isNotTheService)
                  << answered("B4 204", "HTTP/1.1 204 No Content\r\n\r\n", isNotTheService)
                  << answered("B4 205", "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n", isNotTheService)
                  << answered("B4 304", "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n", isNotTheService)
                  << answered("B4 206 with a range",
                              withStatus("206 Partial Content", "Content-Range: bytes 0-15/16\r\n"), isNotTheService)
                  << answered("B4 200 without a body", httpAnswer({}), isNotTheService)
                  << answered("B4 100 first", "HTTP/1.1 100 Continue\r\n\r\n" + whole, succeeds)
                  << interim("B4 103 first", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + whole)
                  << interim("B4 102 twice first",
                             "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + whole)
                  << lastAnswered("B4 101 instead", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
                                  isNotTheService);
}

} // namespace

class FaultHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallEndsAsItMust_data() { addFaultRows(redirects() + challenges() + oddStatuses()); }
    void aCallEndsAsItMust();
    void cleanupTestCase() { qInfo("%s", FaultBench::figures().constData()); }
};

void FaultHttpTest::aCallEndsAsItMust()
{
    QFETCH(const FaultRow, row);
    FaultBench(row).run();
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultHttpTest)
#include "tst_faulthttp.moc"
