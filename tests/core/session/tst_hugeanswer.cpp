// A profile with fifty thousand keys is read whole, without the window standing still: on another thread.

#include "core/http/truststore.h"
#include "core/session/authapi.h"
#include "tests/core/faultbench.h"
#include "tests/service/accountservice.h"
#include "tests/support/sanitized.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// 16 MiB of JSON; a tenth of it where a sanitizer makes the service take half a minute to write them.
int keysOfAHugeAnswer()
{
#ifdef LANYARD_SANITIZED
    return 5'000;
#else
    return 50'000;
#endif
}

// How long this thread would take to read that profile, with nothing but Qt's own parser.
qint64 msToParse(const QJsonObject &user)
{
    const QByteArray bytes = QJsonDocument(user).toJson(QJsonDocument::Compact);
    QElapsedTimer timer;
    timer.start();
    const QJsonDocument parsed = QJsonDocument::fromJson(bytes);
    const qint64 ms = timer.elapsed();
    return parsed.isObject() ? ms : 0;
}

} // namespace

class HugeAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsReadOnTheSide_data();
    void everyKeyIsReadOnTheSide();
};

void HugeAnswerTest::everyKeyIsReadOnTheSide_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<bool>("fits");
    QTest::newRow("I1 within the limit") << HttpLimits().bodyBytes << true;
    QTest::newRow("I1 beyond the limit") << qint64(1024) * 1024 << false;
}

void HugeAnswerTest::everyKeyIsReadOnTheSide()
{
    QFETCH(const qint64, limit);
    QFETCH(const bool, fits);
    const int keys = keysOfAHugeAnswer();
    AccountService service({.generatedKeys = keys});
    QVERIFY(service.start());
    const Origin origin = originOf(service.address());
    const TrustStore trust;
    // With patience: the service takes its time to write so much, above all in a sanitizer's build.
    AuthApi api(origin, trust, HttpClient::PlainHttp::Refuse,
                {.inactivityMs = 100'000, .deadlineMs = 100'000, .bodyBytes = limit});
    const auto login = wait(api.login(u"mrossi"_s, Secret::fromText(u"lanyard"_s)));
    VERIFY_OK(login);
    const auto token = Credential::make(Credential::Kind::Token, origin, login.value().token);
    VERIFY_OK(token);
    // Again, if the machine was busy with others meanwhile: work that is done on this thread is done on it each time.
    qint64 gap = 0;
    qint64 parsing = 0;
    for (int tries = 0; tries < 3 && (tries == 0 || gap > parsing); ++tries) {
        const IdleThread idle;
        const Heartbeat heartbeat;
        const auto user = wait(api.user(token.value()));
        gap = heartbeat.longestGapMs() - idle.longestGapMs();
        if (fits) {
            VERIFY_OK(user);
            QVERIFY(user.value().apiKeys().size() >= keys);
        } else {
            COMPARE_ERROR(user, Error::Kind::TooLarge);
        }
        parsing = msToParse(service.user(u"mrossi"_s));
        qInfo("longest gap of the event loop %lld ms; parsed at once in %lld ms", gap, parsing);
    }
    QVERIFY2(gap <= parsing, qPrintable(u"%1 ms, parsed in %2 ms"_s.arg(gap).arg(parsing)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::HugeAnswerTest)
#include "tst_hugeanswer.moc"
