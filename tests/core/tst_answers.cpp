// What ends a call besides its answer: the person, and the end of the client. (Faults: tst_fault*.)

#include "tests/core/wirepair.h"

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
};

void AnswersTest::aSlowAnswerThatKeepsComingIsWaitedFor()
{
    const QByteArray answer = httpAnswer(QByteArray(100, ' ') + success);
    WirePair pair(WireStep::drip(answer, 10, answer.size() - 110), {.inactivityMs = 800, .deadlineMs = 60'000});
    VERIFY_OK(wait(pair.client.get(userPath, {})));
}

void AnswersTest::aCallCanBeCancelled()
{
    WirePair pair(WireStep::silence());
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

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::AnswersTest)
#include "tst_answers.moc"
