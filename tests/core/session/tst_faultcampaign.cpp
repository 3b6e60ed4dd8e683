// Saves and sign-ins over a connection that is cut, sliced and slowed at random places: each is sent once at the most,
// and what the program then says of a save is what the service holds.

#include "tests/core/sessionfixture.h"
#include "tests/support/testclass.h"
#include "tests/wire/spoilingproxy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;

namespace {

constexpr QLatin1StringView mrossi = "mrossi"_L1;
constexpr int InRow = 250;

// A profile of the size of a small one: the request and the answer take about 2,000 bytes each.
QByteArray smallAccounts()
{
    const QJsonObject key{{u"id"_s, 1}, {u"name"_s, u"a"_s}, {u"key"_s, u"api_000000000000"_s}};
    const QJsonObject setting{{u"id"_s, 1}, {u"name"_s, u"s"_s}, {u"value"_s, u"v"_s}};
    const QJsonObject user{{u"id"_s, u"u-1"_s},
                           {u"userName"_s, u"mrossi"_s},
                           {u"city"_s, u"Roma"_s},
                           {u"notes"_s, QString(800, u'n')},
                           {u"apiKeys"_s, QJsonArray{key}},
                           {u"settings"_s, QJsonArray{setting}}};
    const QJsonObject account{{u"password"_s, u"lanyard"_s}, {u"user"_s, user}};
    return QJsonDocument(QJsonObject{{u"accounts"_s, QJsonArray{account}}}).toJson();
}

// Until one of the two signals has come, without looking for it in intervals: there are thousands of these waits.
template<typename A, typename B>
void untilEither(const Session &session, A one, B other)
{
    QEventLoop loop;
    QObject::connect(&session, one, &loop, &QEventLoop::quit);
    QObject::connect(&session, other, &loop, &QEventLoop::quit);
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

class FaultCampaignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultedSaveIsSentOnceAndToldTruly_data() { rows(); }
    void everyFaultedSaveIsSentOnceAndToldTruly();
    void everyFaultedSignInIsSentOnce_data() { rows(); }
    void everyFaultedSignInIsSentOnce();

private:
    // Ten thousand in all, in rows, for Qt Test gives each five minutes.
    static void rows()
    {
        QTest::addColumn<int>("first");
        const int count = rounds(InRow, 5000);
        for (int first = 0; first < count; first += InRow)
            QTest::addRow("from %d", first) << first;
    }

    // A place somewhere in what passes, or a manner of passing.
    Spoil spoil()
    {
        Spoil spoil;
        spoil.reset = below(2) == 0;
        switch (below(6)) {
        case 0:
        case 1:
            spoil.cutRequestAt = below(3200);
            break;
        case 2:
        case 3:
            spoil.cutAnswerAt = below(3600);
            break;
        case 4:
            spoil.slice = 1 + below(400);
            break;
        default:
            spoil.slice = 1 + below(400);
            spoil.latencyMs = below(4);
            spoil.cutAnswerAt = below(3600);
        }
        return spoil;
    }
    int below(int limit) { return m_random.bounded(limit); }

    QRandomGenerator m_random{20261125};
};

void FaultCampaignTest::everyFaultedSaveIsSentOnceAndToldTruly()
{
    QFETCH(const int, first);
    SessionFixture pair({.blockAfterFailures = 0, .accounts = smallAccounts()}, {.secondLookMs = 20});
    SpoilingProxy proxy(pair.service.port());
    SignInRequest request = pair.request();
    request.server = proxy.address();
    QVERIFY(pair.signIn(request));
    int arrived = 0;
    int notArrived = 0;
    int unknown = 0;
    for (int i = first; i < first + InRow; ++i) {
        const QString mine = u"City %1"_s.arg(i);
        pair.service.clearRequests();
        proxy.setSpoil(spoil());
        QSignalSpy saved(&pair.session, &Session::saved);
        QSignalSpy failed(&pair.session, &Session::saveFailed);
        pair.session.save({{Path::field(u"city"), mine}});
        untilEither(pair.session, &Session::saved, &Session::saveFailed);
        QCOMPARE(saved.size() + failed.size(), 1);
        const int posts = pair.service.count("POST", "/v1/auth/user");
        QVERIFY2(posts <= 1, qPrintable(u"save %1 was posted %2 times"_s.arg(i).arg(posts)));
        const QString held = pair.service.user(mrossi).value("city"_L1).toString();
        if (!failed.isEmpty()) {
            const Error error = errorOf(failed);
            QVERIFY2(posts == 0 || error.kind == Kind::OutcomeUnknown, qPrintable(errorDetails(error)));
            unknown += posts;
        } else if (saved.first().first().value<QList<Change>>().isEmpty()) {
            QCOMPARE(held, mine);
            ++arrived;
        } else {
            QVERIFY(saved.first().at(1).value<std::optional<Error>>().has_value());
            QVERIFY2(held != mine, qPrintable(u"save %1 arrived, and it was said that it did not"_s.arg(i)));
            ++notArrived;
        }
    }
    qInfo("%d saves over %d cut connections: %d arrived, %d did not, %d are unknown", InRow, proxy.cuts(), arrived,
          notArrived, unknown);
    QVERIFY(proxy.cuts() > InRow / 3 && arrived > InRow / 10 && notArrived > InRow / 50);
}

void FaultCampaignTest::everyFaultedSignInIsSentOnce()
{
    QFETCH(const int, first);
    SessionFixture pair({.blockAfterFailures = 0, .accounts = smallAccounts()});
    SpoilingProxy proxy(pair.service.port());
    SignInRequest request = pair.request();
    request.server = proxy.address();
    int succeeded = 0;
    for (int i = first; i < first + InRow; ++i) {
        pair.service.clearRequests();
        proxy.setSpoil(spoil());
        QSignalSpy users(&pair.session, &Session::userChanged);
        QSignalSpy failed(&pair.session, &Session::signInFailed);
        pair.session.signIn(request);
        untilEither(pair.session, &Session::userChanged, &Session::signInFailed);
        QCOMPARE(users.size() + failed.size(), 1);
        const int posts = pair.service.count("POST", "/v1/auth/login");
        QVERIFY2(posts <= 1, qPrintable(u"sign-in %1 was posted %2 times"_s.arg(i).arg(posts)));
        succeeded += static_cast<int>(users.size());
        if (!failed.isEmpty()) // a fault of the connection is never told as a wrong password
            QVERIFY2(errorOf(failed).kind != Kind::SignInRefused, qPrintable(errorDetails(errorOf(failed))));
        if (pair.session.hasUser())
            QCOMPARE(pair.session.state(), State::SignedIn);
    }
    qInfo("%d sign-ins over %d cut connections: %d succeeded", InRow, proxy.cuts(), succeeded);
    QVERIFY(proxy.cuts() > InRow / 3 && succeeded > InRow / 10);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultCampaignTest)
#include "tst_faultcampaign.moc"
