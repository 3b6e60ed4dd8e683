// A profile with eighty thousand keys is read whole, without the window standing still and within its memory.

#include "core/account/authapi.h"
#include "core/http/truststore.h"
#include "tests/core/faultbench.h"
#include "tests/service/accountservice.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class HugeAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsReadOnTheSide_data();
    void everyKeyIsReadOnTheSide();
};

void HugeAnswerTest::everyKeyIsReadOnTheSide_data()
{
    QTest::addColumn<int>("keys");
    QTest::addColumn<bool>("fits"); // in 32 MiB
    QTest::newRow("I1 80,000 keys") << 80'000 << true;
    QTest::newRow("I1 200,000 keys") << 200'000 << false;
}

void HugeAnswerTest::everyKeyIsReadOnTheSide()
{
    QFETCH(const int, keys);
    QFETCH(const bool, fits);
    AccountService service({.generatedKeys = keys});
    QVERIFY(service.start());
    const Origin origin = originOf(service.address());
    const TrustStore trust;
    HttpClient client(origin, trust);
    AuthApi api(client);
    const auto login = wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard"_s)));
    VERIFY_OK(login);
    const auto token = Credential::make(Credential::Kind::Token, origin, login.value().token);
    VERIFY_OK(token);
    const IdleThread idle;
    const Heartbeat heartbeat;
    const auto user = wait(api.user(token.value()));
    const qint64 gap = heartbeat.longestGapMs() - idle.longestGapMs();
    qInfo("longest gap of the event loop %lld ms", gap);
    if (fits) {
        VERIFY_OK(user);
        QVERIFY(user.value().apiKeys().size() >= keys);
    } else {
        COMPARE_ERROR(user, Error::Kind::TooLarge);
    }
    QVERIFY2(gap <= FaultBounds::gapMs(), QByteArray::number(gap).constData());
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::HugeAnswerTest)
#include "tst_hugeanswer.moc"
