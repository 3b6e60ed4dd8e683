// Faults inside an answer: JSON that is none, that is not the service's, and that is large.

#include "tests/core/faultbench.h"

#include "core/http/httpcall.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

Fault body(const char *name, const QByteArray &bytes, const Ending &get, const Ending &post)
{
    Fault fault{.name = name, .scripts = {{WireStep::answer(httpAnswer(bytes))}}, .get = get, .post = post};
    fault.overTls = false;
    return fault;
}

Fault body(const char *name, const QByteArray &bytes, const Ending &ending)
{
    return body(name, bytes, ending, ending);
}

QList<Fault> malformed()
{
    const auto broken = [](const char *name, const QByteArray &bytes) {
        return body(name, bytes, isIncomplete, isUnknown);
    };
    return {
        broken("C1 a comma at the end", R"({"success":true,})"),
        broken("C1 a comment", R"({"success":true/* */})"),
        broken("C1 single quotes", R"({'success':true})"),
        broken("C1 a name without quotes", R"({success:true})"),
        broken("C1 two values", R"({"success":true}{})"),
        broken("C1 text behind", R"({"success":true} x)"),
        broken("C1 NUL behind", QByteArray("{\"success\":true}\0", 17)),
        broken("C1 capital letters", R"({"success":TRUE})"),
        broken("C1 not a number", R"({"success":true,"code":NaN})"),
        broken("C1 a broken escape", R"({"success":true,"message":"\u12"})"),
        body("C1 broken UTF-8", "{\"success\":true,\"message\":\"\xff\xfe\"}", isUnreadable, isUnknown),
        body("C1 too deep", R"({"success":true,"a":)" + QByteArray(2000, '[') + QByteArray(2000, ']') + '}',
             isUnreadable, isUnknown),
        body("C1 a number beyond every type", R"({"success":true,"a":[1e400,-1E-400,)" + QByteArray(400, '7') + "]}",
             succeeds),
        broken("C1 a number beyond every type, and a comma at the end", R"({"success":true,"a":1e400,})"),
        broken("C1 a number with a zero before it", R"({"success":true,"a":[1e400,01]})"),
        broken("C1 a number beyond every type, with a zero before it", R"({"success":true,"a":[1e400,01e400]})"),
        body("C1 an array", R"([{"success":true}])", isNotTheService),
        body("C1 a text", R"("success")", isNotTheService),
        body("C1 null", "null", isNotTheService),
        body("C1 UTF-16",
             QByteArray("{\0\"\0s\0\"\0:\0"
                        "1\0}\0",
                        14),
             isUnreadable, isUnknown),
        body("C1 a byte order mark", "\xEF\xBB\xBF" + success, succeeds),
        body("C1 a name that stands twice", R"({"success":true,"a":1,"a":2})", succeeds),
    };
}

QList<Fault> foreign()
{
    const Ending refused = {Kind::Refused};
    return {
        body("C4 success as text", R"({"success":"true"})", isNotTheService),
        body("C4 success as a number", R"({"success":1})", isNotTheService),
        body("C4 success is null", R"({"success":null})", refused),
        body("C4 success is missing", R"({"code":0,"message":""})", refused),
        body("C4 success in capitals", R"({"Success":true})", isNotTheService),
        body("C4 success one level down", R"({"data":{"success":true}})", isNotTheService),
        body("C4 nothing", "{}", refused),
        body("C4 a message of another type", R"({"success":false,"message":{"a":1}})", refused),
        body("I2 a message of 60 kB", R"({"success":false,"message":")" + QByteArray(60'000, 'x') + R"("})", refused),
        body("I2 a message with markup", R"({"success":false,"message":"<a href='http://ELSEWHERE'>call us</a>"})",
             {Kind::Refused, Kind::AnswerIncomplete}, {Kind::Refused, Kind::OutcomeUnknown}),
    };
}

// So much that reading it takes several times the gap that is allowed.
QByteArray manyKeys()
{
    const QByteArray key = R"({"id":1,"name":"a key","key":"api_Kq7vR2mXw9LtZb4NcY8sHd3f","revoked":false},)";
    return R"({"success":true,"user":{"id":"7","apiKeys":[)" + key.repeated(100'000).chopped(1) + "]}}";
}

} // namespace

class FaultJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallEndsAsItMust_data();
    void aCallEndsAsItMust();
    void aLargeAnswerCanBeCancelledWhileItIsRead();
    void aClientCanBeDestroyedWhileAnAnswerIsRead();
    void cleanupTestCase() { qInfo("%s", FaultBench::figures().constData()); }
};

void FaultJsonTest::aCallEndsAsItMust_data()
{
    Fault large = body("I1 100,000 keys", manyKeys(), succeeds);
    large.limits = {.connectMs = 3000, .inactivityMs = 10'000, .deadlineMs = 20'000};
    addFaultRows(malformed() + foreign() + QList<Fault>{large});
}

void FaultJsonTest::aCallEndsAsItMust()
{
    QFETCH(const FaultRow, row);
    FaultBench(row).run();
}

void FaultJsonTest::aLargeAnswerCanBeCancelledWhileItIsRead()
{
    ClientFixture pair(WireStep::answer(httpAnswer(manyKeys())));
    const auto call = pair.client.get(userPath, {});
    auto *running = pair.client.findChild<HttpCall *>();
    QVERIFY(running);
    VERIFY_EVENTUALLY(running->isReading());
    call.cancel();
    COMPARE_ERROR(wait(call), Kind::Cancelled);
    spin(20);
    QCOMPARE(pair.client.findChildren<HttpCall *>().size(), 0);
}

void FaultJsonTest::aClientCanBeDestroyedWhileAnAnswerIsRead()
{
    WireServer server;
    server.setScript(WireStep::answer(httpAnswer(manyKeys())));
    const TrustStore trust;
    auto client = std::make_unique<HttpClient>(originOf(server.address()), trust);
    const auto call = client->get(userPath, {});
    auto *running = client->findChild<HttpCall *>();
    QVERIFY(running);
    VERIFY_EVENTUALLY(running->isReading());
    client.reset();
    COMPARE_ERROR(wait(call), Kind::Cancelled);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultJsonTest)
#include "tst_faultjson.moc"
