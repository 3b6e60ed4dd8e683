// The seconds of a wait, as they are shown: from the fifth on.

#include "core/base/waitclock.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>

namespace lanyard::testing {

class WaitClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWaitIsToldFromTheFifthSecondOn();
    void aShortWaitIsNotTold();
};

void WaitClockTest::theWaitIsToldFromTheFifthSecondOn()
{
    WaitClock clock;
    const QSignalSpy counted(&clock, &WaitClock::counted);
    clock.start();
    QCOMPARE(clock.seconds(), 0);
    VERIFY_EVENTUALLY(!counted.isEmpty());
    QVERIFY(counted.first().at(0).toInt() >= 5);
    QCOMPARE(counted.first().at(1).toBool(), true);
    clock.start(); // as a second call begins: the wait goes on
    QVERIFY(clock.seconds() >= 5);
    VERIFY_EVENTUALLY(counted.size() > 1);
    QVERIFY(counted.at(1).at(0).toInt() > counted.at(0).at(0).toInt());
    QCOMPARE(counted.at(1).at(1).toBool(), false);
    clock.stop();
    QCOMPARE(clock.seconds(), 0);
    clock.start(); // another wait
    QCOMPARE(clock.seconds(), 0);
}

void WaitClockTest::aShortWaitIsNotTold()
{
    WaitClock clock;
    const QSignalSpy counted(&clock, &WaitClock::counted);
    clock.start();
    spin(2500);
    QCOMPARE(clock.seconds(), 0);
    clock.stop();
    QVERIFY(counted.isEmpty());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::WaitClockTest)

#include "tst_waitclock.moc"
