// Faults of the network: connections that do not come about, that hang, drip, or end too early.

#include "tests/core/faultbench.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using End = WireStep::End;

namespace {

const QByteArray user = R"({"success":true,"user":{"id":"7","userName":"mrossi","roles":["a"],"rank":3}})";
const QByteArray chunkedHead =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
const QByteArray openHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

// Nothing comes, or so slowly that only a deadline ends it.
QList<Fault> slowness()
{
    const QByteArray spaces(10'000, ' ');
    const auto slow = [](const char *name, const WireStep &step) {
        return Fault{.name = name, .scripts = {{step}}, .get = isTimedOut, .post = isUnknown, .limits = shortLimits};
    };
    const auto drip = [&slow](const char *name, const QByteArray &fast, const QByteArray &slowly) {
        return slow(name, WireStep::drip(fast + slowly, 5, fast.size()));
    };
    return {
        slow("A3 silence after the request", WireStep::silence()),
        slow("A3 silence after half a head", WireStep::answer("HTTP/1.1 200 OK\r\nContent-Type: appl")),
        slow("A3 silence after the head", WireStep::answer("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n")),
        slow("A3 silence in the body", WireStep::answer(httpAnswer(user).chopped(5))),
        slow("A3 silence in a body without length", WireStep::answer(openHead + user.chopped(5))),
        slow("A3 silence before the last chunk", WireStep::answer(chunkedHead + chunk(user.left(20)))),
        drip("A3 drip in the status line", "HTTP/1.1 200 ", QByteArray(10'000, 'x')),
        drip("A3 drip in the head", "HTTP/1.1 200 OK\r\nX-Drip: ", QByteArray(10'000, 'x')),
        drip("A3 drip of headers", "HTTP/1.1 200 OK\r\n", QByteArray("A: 1\r\n").repeated(2000)),
        drip("A3 drip in the body", "HTTP/1.1 200 OK\r\nContent-Length: 10016\r\n\r\n", spaces + success),
        drip("A3 drip in a body without length", openHead + success, spaces),
        drip("A3 drip in a chunk", chunkedHead + "2710\r\n", spaces),
        drip("A3 drip of chunks", chunkedHead, QByteArray("1\r\n \r\n").repeated(2000)),
        drip("A3 drip in a chunk's size", chunkedHead, QByteArray(10'000, '0')),
        drip("A3 drip of interim answers", {}, QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(100)),
    };
}

// A connection that is cut inside TLS, without the message that ends it: somebody on the way can do that. The other
// ends are tried at every byte by tst_faultcut.
QList<Fault> cuts()
{
    const QByteArray whole = httpAnswer(user);
    const QList<std::pair<QByteArray, QByteArray>> all{
        {"before a byte", {}},
        {"in the status line", whole.left(7)},
        {"in the head", whole.left(40)},
        {"after the head", whole.left(whole.indexOf("\r\n\r\n") + 4)},
        {"in the body", whole.chopped(30)},
        {"before the last byte", whole.chopped(1)},
        {"after the head of chunks", chunkedHead},
        {"in a chunk's size", chunkedHead + "4"},
        {"in a chunk", chunkedHead + chunk(user).left(30)},
        {"between chunks", chunkedHead + chunk(user.left(30))},
        {"in a body without length", openHead + user.left(30)},
        {"after the head of a body without length", openHead},
    };
    QList<Fault> faults;
    for (const auto &[where, bytes] : all)
        faults << Fault{.name = "A4 cut " + where,
                        .scripts = {{WireStep::lastAnswer(bytes, End::Cut)}},
                        .get = {Kind::AnswerIncomplete, Kind::NotTheService, Kind::Unreachable, Kind::TimedOut},
                        .post = {Kind::OutcomeUnknown, Kind::NotTheService},
                        .gets = 3,
                        .leastGets = 1,
                        .limits = {.connectMs = 3000, .inactivityMs = 400, .deadlineMs = 3000},
                        .overPlain = false};
    return faults;
}

// The request is lost: a read is asked for again, a POST never.
QList<Fault> losses()
{
    const WireStep ok = WireStep::answer(httpAnswer(success));
    const auto lost = [](const char *name, const QList<WireServer::Script> &scripts) {
        return Fault{.name = name, .scripts = scripts, .get = isUnreachable, .post = isUnknown, .gets = 3};
    };
    const auto saved = [&lost](const char *name, const QList<WireServer::Script> &scripts, int gets) {
        Fault fault = lost(name, scripts);
        fault.get = succeeds;
        fault.gets = gets;
        return fault;
    };
    return {
        lost("A5 closed after the request, always", {{WireStep::close()}}),
        lost("A5 reset after the request, always", {{WireStep::reset()}}),
        lost("A5 reset as the request comes, always", {{WireStep::resetOnFirstByte()}}),
        lost("A5 half a status line, always", {{WireStep::lastAnswer("HTTP/1.1 2")}}),
        saved("A5 closed after the request, once", {{WireStep::close()}, {ok}}, 2),
        saved("A5 reset after the request, once", {{WireStep::reset()}, {ok}}, 2),
        saved("A5 reset as the request comes, twice", {{WireStep::resetOnFirstByte()}, {WireStep::reset()}, {ok}}, 3),
        saved("A5 half a status line, twice", {{WireStep::lastAnswer("HT")}, {WireStep::lastAnswer("HTTP/1.1 ")}, {ok}},
              3),
    };
}

// Something between that answers in the service's place.
QList<Fault> portals()
{
    const QByteArray page = "<!DOCTYPE html><html><script>document.location='http://ELSEWHERE/'</script></html>";
    const auto portal = [](const char *name, const QByteArray &answer, const Ending &ending = isNotTheService) {
        return Fault{.name = name, .scripts = {{WireStep::answer(answer)}}, .get = ending, .post = ending};
    };
    return {
        portal("A6 a page", httpAnswer(page, "200 OK", {}, "text/html")),
        portal("A6 a page said to be JSON", httpAnswer(page)),
        portal("A6 a page in chunks", chunkedHead + chunk(page) + "0\r\n\r\n"),
        portal("A6 a page that reloads", httpAnswer(page, "200 OK", "Refresh: 0; url=http://ELSEWHERE/\r\n")),
        portal("A6 a page with a cookie", httpAnswer(page, "200 OK", "Set-Cookie: portal=1; Path=/\r\n")),
        portal("A6 status 511", httpAnswer(page, "511 Network Authentication Required", {}, "text/html"),
               {Kind::NetworkSignIn}),
        portal("A6 a redirect to it", httpAnswer(page, "302 Found", "Location: http://ELSEWHERE/login\r\n"),
               {Kind::Redirected}),
        portal("A6 nothing at all", httpAnswer({})),
        portal("A6 the service's JSON inside a page", httpAnswer("<html>" + success + "</html>")),
        portal("A6 JSON of something else",
               httpAnswer(R"({"captive":true,"user-portal-url":"http://portal.example/"})")),
    };
}

} // namespace

class FaultNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallEndsAsItMust_data() { addFaultRows(slowness() + cuts() + losses() + portals()); }
    void aCallEndsAsItMust();
    void cleanupTestCase() { qInfo("%s", FaultBench::figures().constData()); }
};

void FaultNetworkTest::aCallEndsAsItMust()
{
    QFETCH(const FaultRow, row);
    FaultBench(row).run();
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultNetworkTest)
#include "tst_faultnetwork.moc"
