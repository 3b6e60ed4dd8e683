// A computer that slept, or whose clock was set, is noticed; one that is only busy or corrected is not.

#include "core/desktop/clockwatch.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/timex.h>
#endif

namespace lanyard::testing {

class ClockWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jumpsAreNoticedOnce_data();
    void jumpsAreNoticedOnce();
    void theClocksOfTheSystemRunAlike();
    void nothingIsPolledWhereTheSystemTells();
    void aClockThatIsSetIsLookedAtOnce();
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

// By a nanosecond, and back: that, only root may do.
void ClockWatchTest::aClockThatIsSetIsLookedAtOnce()
{
#ifdef Q_OS_LINUX
    qint64 wall = 0;
    ClockWatch watch({[&wall] { return wall; }, [] { return qint64(0); }});
    QSignalSpy jumped(&watch, &ClockWatch::jumped);
    wall = 3'600'000;
    const auto set = [](time_t seconds, suseconds_t nanoseconds) {
        timex change = {};
        change.modes = ADJ_SETOFFSET | ADJ_NANO;
        change.time = {seconds, nanoseconds};
        return adjtimex(&change) >= 0;
    };
    if (!set(0, 1))
        QSKIP("The clock may not be set here.");
    QVERIFY(set(-1, 999'999'999));
    VERIFY_EVENTUALLY(jumped.size() == 1);
#else
    QSKIP("Looked at every few seconds.");
#endif
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ClockWatchTest)
#include "tst_clockwatch.moc"
