// B6: every status with every body, over a socket: one completion, the right kind, and asked once.

#include "tests/core/clientfixture.h"
#include "tests/core/http/statusesandbodies.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class FaultStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusWithEveryBody_data();
    void everyStatusWithEveryBody();
    void every200WithEveryBody_data();
    void every200WithEveryBody();

private:
    // What comes of it, as a read and as a POST. The server is asked exactly once by each.
    static void compare(int status, const Body &body, std::optional<Kind> kind, std::optional<Kind> postKind);
};

void FaultStatusTest::compare(int status, const Body &body, std::optional<Kind> kind, std::optional<Kind> postKind)
{
    ClientFixture pair(WireStep::answer(httpAnswer(body.bytes, QByteArray::number(status) + " Told")));
    const Credential token = tokenOf(pair.origin, "canary");
    for (const bool isPost : {false, true}) {
        pair.server.clear();
        const auto result =
            wait(isPost ? pair.client.post(userPath, {{u"user"_s, 1}}, token) : pair.client.get(userPath, token));
        const auto expected = isPost ? postKind : kind;
        QCOMPARE(result.ok(), !expected.has_value());
        if (expected) {
            QVERIFY2(result.error().kind == *expected, told(result).constData());
            QCOMPARE(result.error().httpStatus, status);
            QCOMPARE(result.error().code, body.code);
            QCOMPARE(result.error().serverMessage, body.message);
        }
        QCOMPARE(pair.server.requests().size(), 1);
    }
}

void FaultStatusTest::everyStatusWithEveryBody_data()
{
    QTest::addColumn<int>("status");
    for (const auto &[status, kind] : statuses()) {
        // Those that have no body by their nature are rows B4 of tst_faulthttp.
        if (status >= 200 && status != 204 && status != 304)
            QTest::addRow("B6 %d", status) << status;
    }
}

void FaultStatusTest::everyStatusWithEveryBody()
{
    QFETCH(const int, status);
    for (const Body &body : bodies()) {
        if (status == 201 && body.succeeds) // the one other status with which a service says that it has done it
            compare(status, body, {}, {});
        else
            compare(status, body, kindOf(status, body), kindOf(status, body));
    }
}

void FaultStatusTest::every200WithEveryBody_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < bodies().size(); ++i)
        QTest::addRow("B6 200 with %s", bodies().at(i).name) << static_cast<int>(i);
}

void FaultStatusTest::every200WithEveryBody()
{
    QFETCH(const int, index);
    const Body &body = bodies().at(index);
    if (body.succeeds)
        return compare(200, body, {}, {});
    compare(200, body, body.kind, body.kindOfPost());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultStatusTest)
#include "tst_faultstatus.moc"
