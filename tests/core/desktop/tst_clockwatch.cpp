// A computer that slept, or whose clock was set, is noticed; one that is only busy or corrected is not.

#include "core/desktop/clockwatch.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace lanyard::testing {

class ClockWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jumpsAreNoticedOnce_data();
    void jumpsAreNoticedOnce();
    void theClocksOfTheSystemRunAlike();
    void nothingIsPolledWhereTheSystemTells();
};

void ClockWatchTest::jumpsAreNoticedOnce_data()
{
    QTest::addColumn<qint64>("wallMs");
    QTest::addColumn<qint64>("monotonicMs");
    QTest::addColumn<int>("jumps");
    QTest::newRow("as time goes by") << qint64(10'000) << qint64(10'000) << 0;
    QTest::newRow("an event loop that stood still") << qint64(300'000) << qint64(300'000) << 0;
    QTest::newRow("corrected by a second") << qint64(11'000) << qint64(10'000) << 0;
    QTest::newRow("slept for a minute") << qint64(70'000) << qint64(10'000) << 1;
    QTest::newRow("slept over the weekend") << qint64(200'000'000) << qint64(4'000) << 1;
    QTest::newRow("set an hour back") << qint64(-3'590'000) << qint64(10'000) << 1;
}

void ClockWatchTest::jumpsAreNoticedOnce()
{
    QFETCH(const qint64, wallMs);
    QFETCH(const qint64, monotonicMs);
    QFETCH(const int, jumps);
    qint64 wall = 1'700'000'000'000;
    qint64 monotonic = 5'000;
    ClockWatch watch({[&wall] { return wall; }, [&monotonic] { return monotonic; }});
    const QSignalSpy jumped(&watch, &ClockWatch::jumped);
    watch.look();
    QCOMPARE(jumped.size(), 0);
    wall += wallMs;
    monotonic += monotonicMs;
    watch.look();
    QCOMPARE(jumped.size(), jumps);
    watch.look();
    QCOMPARE(jumped.size(), jumps);
}

void ClockWatchTest::theClocksOfTheSystemRunAlike()
{
    const ClockWatch::Clocks clocks = ClockWatch::Clocks::ofTheSystem();
    const qint64 wall = clocks.wall();
    const qint64 monotonic = clocks.monotonic();
    QTest::qSleep(100);
    const qint64 wallPassed = clocks.wall() - wall;
    const qint64 monotonicPassed = clocks.monotonic() - monotonic;
    QVERIFY(monotonicPassed >= 90);
    QVERIFY2(qAbs(wallPassed - monotonicPassed) < 100, "both count milliseconds");
}

void ClockWatchTest::nothingIsPolledWhereTheSystemTells()
{
#ifdef Q_OS_LINUX
    QVERIFY(!ClockWatch().isPolling());
#else
    QVERIFY(ClockWatch().isPolling());
#endif
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ClockWatchTest)
#include "tst_clockwatch.moc"
