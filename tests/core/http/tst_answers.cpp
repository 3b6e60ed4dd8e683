// What ends a call besides its answer: the user, and the end of the client. (Faults: tst_fault*.)

#include "tests/core/clientfixture.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlowAnswerThatKeepsComingIsWaitedFor();
    void aCallCanBeCancelled();
    void aClientCanBeDestroyedWithCallsUnderWay();
    void anAnswerFromBeforeIsNotTakenOverANewConnection_data();
    void anAnswerFromBeforeIsNotTakenOverANewConnection();
};

void AnswersTest::aSlowAnswerThatKeepsComingIsWaitedFor()
{
    const QByteArray answer = httpAnswer(QByteArray(100, ' ') + success);
    ClientFixture pair(WireStep::drip(answer, 10, answer.size() - 110), {.inactivityMs = 800, .deadlineMs = 60'000});
    VERIFY_OK(wait(pair.client.get(userPath, {})));
}

void AnswersTest::aCallCanBeCancelled()
{
    ClientFixture pair(WireStep::silence());
    const auto get = pair.client.get(userPath, {});
    get.cancel();
    COMPARE_ERROR(wait(get), Kind::Cancelled); // Qt's own thread may have sent it all the same
    const auto post = pair.client.post(userPath, {}, {});
    connect(&pair.server, &WireServer::requestArrived, this, [&pair, post] {
        if (pair.server.requests().last().method == "POST")
            post.cancel();
    });
    COMPARE_ERROR(wait(post), Kind::Cancelled);
    QCOMPARE(pair.server.received().count("POST"), 1);
    post.cancel(); // once more does no harm
}

void AnswersTest::aClientCanBeDestroyedWithCallsUnderWay()
{
    WireServer server;
    server.setScript(WireStep::silence());
    const TrustStore trust;
    QList<Pending<ServiceAnswer>> calls;
    {
        HttpClient client(originOf(server.address()), trust);
        for (int i = 0; i < 4; ++i)
            calls << client.get(userPath, {}) << client.post(userPath, {{u"a"_s, 1}}, {});
        spin(20);
        calls << client.post(userPath, {}, {}); // and one that was not begun
    }
    for (const auto &call : calls)
        COMPARE_ERROR(wait(call), Kind::Cancelled);
}

// A proxy that has lost count, or somebody who wants it to: what stands in a connection before it was asked for would
// be taken for the next answer, and every one after it would be too old.
void AnswersTest::anAnswerFromBeforeIsNotTakenOverANewConnection_data()
{
    QTest::addColumn<bool>("later");
    QTest::newRow("in the same packet") << false;
    QTest::newRow("later") << true;
}

void AnswersTest::anAnswerFromBeforeIsNotTakenOverANewConnection()
{
    QFETCH(const bool, later);
    const QByteArray first = httpAnswer(success);
    const QByteArray both = first + httpAnswer(R"({"success":true,"old":true})");
    WireServer server;
    const WireStep step = later ? WireStep::drip(both, 1, first.size()) : WireStep::answer(both);
    server.setScripts({{step, WireStep::answer(first)}, {WireStep::answer(first)}});
    const TrustStore trust;
    HttpClient client(originOf(server.address()), trust);
    VERIFY_OK(wait(client.get(userPath, {})));
    spin(300);
    const auto read = wait(client.get(userPath, {}, HttpClient::Over::NewConnection));
    VERIFY_OK(read);
    QVERIFY(!read.value().envelope.contains("old"_L1));
    const auto saved = wait(client.post(userPath, {{u"a"_s, 1}}, {})); // and so does what follows
    VERIFY_OK(saved);
    QVERIFY(!saved.value().envelope.contains("old"_L1));
    QCOMPARE(server.connections(), 2);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::AnswersTest)
#include "tst_answers.moc"
