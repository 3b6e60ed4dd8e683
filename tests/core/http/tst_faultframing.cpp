// Faults of framing: heads without end, bodies without measure, lengths that lie, and bytes that are not HTTP.

#include "tests/core/faultbench.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using End = WireStep::End;
using When = WireStep::When;

namespace {

const QByteArray ok = httpAnswer(success);
const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const QByteArray chunkedHead = head + "Transfer-Encoding: chunked\r\n\r\n";

Fault answered(const char *name, const QByteArray &answer, const Ending &get, const Ending &post)
{
    return {.name = name, .scripts = {{WireStep::answer(answer)}}, .get = get, .post = post};
}

Fault answered(const char *name, const QByteArray &answer, const Ending &ending)
{
    return answered(name, answer, ending, ending);
}

// The connection ends with the answer: Qt takes such an answer now and then for one that broke off.
Fault lastAnswered(const char *name, const QByteArray &answer, const Ending &get, const Ending &post)
{
    return {
        .name = name, .scripts = {{WireStep::lastAnswer(answer)}}, .get = get, .post = post, .gets = 3, .leastGets = 1};
}

Fault within(const HttpLimits &limits, Fault fault)
{
    fault.limits = limits;
    return fault;
}

Fault onlyOverTls(Fault fault)
{
    fault.overPlain = false;
    return fault;
}

// Whatever the network makes of it, it is no success, and a POST may have been carried out.
const Ending noSuccess = {Kind::AnswerIncomplete, Kind::NotTheService, Kind::Unreachable, Kind::TimedOut};
const Ending noSuccessOfAPost = {Kind::OutcomeUnknown, Kind::NotTheService};

// Without TLS, Qt reads a head byte by byte, each with a call to the system: 300 KiB take a second or more.
constexpr HttpLimits headLimits = {.connectMs = 2000, .inactivityMs = 600, .deadlineMs = 3000, .bodyBytes = 65'536};

// There each of these calls asks another process, and long heads take longer than anybody waits.
Fault unlessUnderWine(Fault fault)
{
    fault.overPlain = tellsEveryReset();
    return fault;
}

QList<Fault> heads()
{
    const QByteArray many = "X-Many: 1\r\n";
    const QByteArray big(307'200, 'x');
    const auto endless = [](const char *name, const QByteArray &start, const QByteArray &more) {
        return within(shortLimits, {.name = name,
                                    .scripts = {{WireStep::flood(start + more, more.size(), 5)}},
                                    .get = isTimedOut,
                                    .post = isUnknown});
    };
    return {
        answered("B5 100 headers", httpAnswer(success, "200 OK", many.repeated(97)), succeeds),
        answered("B5 101 headers", httpAnswer(success, "200 OK", many.repeated(98)), succeeds),
        unlessUnderWine(
            within(headLimits, answered("B5 1,000 headers", httpAnswer(success, "200 OK", many.repeated(1000)),
                                        isNotTheService, isUnknown))),
        onlyOverTls(within(headLimits,
                           answered("B5 a header of 300 KiB", httpAnswer(success, "200 OK", "X-Long: " + big + "\r\n"),
                                    isNotTheService, isUnknown))),
        onlyOverTls(within(headLimits,
                           answered("B5 headers of 300 KiB",
                                    httpAnswer(success, "200 OK",
                                               QByteArray("X-Many: " + QByteArray(50, '1') + "\r\n").repeated(5000)),
                                    isNotTheService, isUnknown))),
        unlessUnderWine(answered("B5 a reason of 300 KiB", httpAnswer(success, "200 " + big), succeeds)),
        endless("B5 a head without end", head, many.repeated(200)),
        endless("B5 a header without end", head + "X-Long: ", QByteArray(2000, 'x')),
        endless("B5 a status line without end", "HTTP/1.1 200 ", QByteArray(2000, 'x')),
        within(shortLimits,
               answered("B5 a header without a colon", head + "nonsense\r\nContent-Length: 16\r\n\r\n" + success,
                        isNotTheService, isUnknown)),
        answered("B5 a folded header", head + "X-Folded: a\r\n b\r\nContent-Length: 16\r\n\r\n" + success, succeeds),
        answered("B5 NUL in a header", head + QByteArray("X: a\0b\r\n", 8) + "Content-Length: 16\r\n\r\n" + success,
                 succeeds),
        answered("B5 lines that end with LF alone", "HTTP/1.1 200 OK\nContent-Length: 16\n\n" + success, succeeds),
        answered("B5 HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 16\r\n\r\n" + success, succeeds),
    };
}

QList<Fault> spoiltBodies()
{
    const QByteArray spaces(40'000, ' ');
    const QByteArray open = head + "\r\n";
    const auto flood = [](const char *name, const QByteArray &start, const QByteArray &more) {
        return Fault{.name = name,
                     .scripts = {{WireStep::flood(start + more, more.size())}},
                     .get = {Kind::TooLarge},
                     .post = isUnknown};
    };
    const auto huge = [&flood](const char *name, const QByteArray &start, const QByteArray &more) {
        return within({.connectMs = 3000, .inactivityMs = 3000, .deadlineMs = 20'000}, flood(name, start, more));
    };
    // Qt reads the size as a long, which has 32 bits on Windows: there this one is no number.
    const auto of32Bits = [](Fault fault) {
        if (sizeof(long) < 8) {
            fault.get = noSuccess;
            fault.post = noSuccessOfAPost;
        }
        return fault;
    };
    // Without TLS Qt reads chunks as long as there are bytes, and a server on this computer is never out of them.
    return {
        flood("B8 more than announced would be allowed", head + "Content-Length: 99999999\r\n\r\n", spaces),
        flood("B8 a body without end", open, spaces),
        onlyOverTls(
            flood("B8 chunks without end", chunkedHead, ("14\r\n" + QByteArray(20, ' ') + "\r\n").repeated(1000))),
        onlyOverTls(flood("B8 a chunk of 2 GiB", chunkedHead + "7fffffff\r\n", spaces)),
        onlyOverTls(of32Bits(flood("B8 a chunk of 4 GiB", chunkedHead + "ffffffff\r\n", spaces))),
        huge("B8 a body without end against 32 MiB", open, spaces),
        onlyOverTls(huge("B8 chunks without end against 32 MiB", chunkedHead, "9c40\r\n" + spaces + "\r\n")),
        answered("B8 one byte too much", httpAnswer(success + QByteArray(65'521, ' ')), {Kind::TooLarge}, isUnknown),
        answered("B8 as much as is allowed", httpAnswer(success + QByteArray(65'520, ' ')), succeeds),
        answered("B8 a bomb in gzip",
                 httpAnswer(QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + QByteArray(30'000, '\0'), "200 OK",
                            "Content-Encoding: gzip\r\n"),
                 isUnreadable, isUnknown),
        answered("B8 said to be gzip, and is JSON", httpAnswer(success, "200 OK", "Content-Encoding: gzip\r\n"),
                 succeeds),
        answered("B8 said to be deflate", httpAnswer("\x78\x9c\x63", "200 OK", "Content-Encoding: deflate\r\n"),
                 isUnreadable, isUnknown),
        answered("B8 said to be brotli", httpAnswer("\x0b\x02\x80", "200 OK", "Content-Encoding: br\r\n"), isUnreadable,
                 isUnknown),
    };
}

QList<Fault> lengths()
{
    const auto length = [](const QByteArray &value) {
        return head + "Content-Length: " + value + "\r\n\r\n" + success;
    };
    return {
        within(shortLimits, answered("A4 a length that is too long", length("17"), isTimedOut, isUnknown)),
        lastAnswered("A4 a length that is too long, then the end", length("17"), isIncomplete, isUnknown),
        answered("A4 a length that is too short", length("15"), isIncomplete, isUnknown),
        answered("A4 a length of 0", length("0"), isNotTheService),
        within(shortLimits, answered("A4 a length of 2^63", length("9223372036854775807"), isTimedOut, isUnknown)),
        lastAnswered("A4 a length beyond 64 bits", length("99999999999999999999"), noSuccess, noSuccessOfAPost),
        lastAnswered("A4 a negative length", length("-1"), noSuccess, noSuccessOfAPost),
        lastAnswered("A4 a length that is no number", length("sixteen"), noSuccess, noSuccessOfAPost),
        lastAnswered("A4 two lengths, the first too long",
                     head + "Content-Length: 17\r\n" + "Content-Length: 16\r\n\r\n" + success, noSuccess,
                     noSuccessOfAPost),
        lastAnswered("A4 two lengths, the second too long",
                     head + "Content-Length: 16\r\n" + "Content-Length: 17\r\n\r\n" + success, noSuccess,
                     noSuccessOfAPost),
        lastAnswered("A4 no length, and whole", head + "Connection: close\r\n\r\n" + success, succeeds, succeeds),
        lastAnswered("A4 no length, and cut", head + "Connection: close\r\n\r\n" + success.chopped(1), noSuccess,
                     isUnknown),
        lastAnswered("A4 a length and chunks",
                     head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n" + success + "\r\n0\r\n\r\n",
                     succeeds, succeeds),
        lastAnswered("A4 a chunk that is no number", chunkedHead + "zz\r\n{}\r\n0\r\n\r\n", noSuccess,
                     noSuccessOfAPost),
        lastAnswered("A4 a negative chunk", chunkedHead + "-5\r\n" + success + "\r\n0\r\n\r\n", noSuccess,
                     noSuccessOfAPost),
        lastAnswered("A4 a chunk beyond 64 bits", chunkedHead + "fffffffffffffffff\r\n" + success + "\r\n0\r\n\r\n",
                     noSuccess, noSuccessOfAPost),
        lastAnswered("A4 a chunk shorter than told", chunkedHead + "20\r\n" + success + "\r\n0\r\n\r\n", noSuccess,
                     noSuccessOfAPost),
        lastAnswered("A4 a chunk longer than told", chunkedHead + "8\r\n" + success + "\r\n0\r\n\r\n", noSuccess,
                     noSuccessOfAPost),
        answered("A4 chunks with extensions and a trailer",
                 chunkedHead + "10;a=b\r\n" + success + "\r\n0\r\nX-Trailer: 1\r\n\r\n", succeeds),
    };
}

// What is on a port that is not the service's.
QList<Fault> others()
{
    const auto other = [](const char *name, const QByteArray &bytes, WireStep::When when = When::Request) {
        Fault fault = lastAnswered(name, bytes, noSuccess, noSuccessOfAPost);
        fault.scripts = {{WireStep::lastAnswer(bytes).at(when)}};
        fault.overTls = false; // there it would have to speak TLS first
        return fault;
    };
    return {
        other("B4 SSH", "SSH-2.0-OpenSSH_9.2\r\n"),
        other("B4 SMTP", "220 mail.example.com ESMTP\r\n"),
        other("B4 a TLS alert", QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7)),
        other("B9 HTTP/2 frames", QByteArray("\x00\x00\x12\x04\x00\x00\x00\x00\x00", 9)),
        other("B4 HTTP/0.9", success),
        other("B4 a status line without status", "HTTP/1.1\r\n\r\n"),
        other("B4 a status of two digits", "HTTP/1.1 20 OK\r\nContent-Length: 16\r\n\r\n" + success),
        other("B4 a negative status", "HTTP/1.1 -200 OK\r\nContent-Length: 16\r\n\r\n" + success),
        other("B4 a status of words", "HTTP/1.1 OK\r\nContent-Length: 16\r\n\r\n" + success),
        other("B4 random bytes", QByteArray::fromHex("9f3c00ff1b7e0d0a0d0a55aa")),
        other("B4 only blank lines", "\r\n\r\n\r\n"),
    };
}

QList<Fault> order()
{
    return {
        answered("B4 a second answer in the same packet", ok + httpAnswer(R"({"success":true,"second":1})"), succeeds),
        {.name = "B4 an answer before the request",
         .scripts = {{WireStep::answer(ok).at(When::Accept)}},
         .get = {},
         .post = {}},
        {.name = "B4 an answer before the body",
         .scripts = {{WireStep::answer(ok).at(When::FirstByte)}},
         .get = {},
         .post = {}},
        {.name = "B4 a refusal before the body, and the end",
         .scripts =
             {{WireStep::lastAnswer(httpAnswer({}, "413 Too Large", "Connection: close\r\n")).at(When::FirstByte)}},
         .get = {Kind::Refused},
         .post = {Kind::Refused}},
    };
}

} // namespace

class FaultFramingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallEndsAsItMust_data() { addFaultRows(heads() + spoiltBodies() + lengths() + others() + order()); }
    void aCallEndsAsItMust();
    void cleanupTestCase() { qInfo("%s", FaultBench::figures().constData()); }
};

void FaultFramingTest::aCallEndsAsItMust()
{
    QFETCH(const FaultRow, row);
    FaultBench(row).run();
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultFramingTest)
#include "tst_faultframing.moc"
