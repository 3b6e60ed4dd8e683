// Waiting in a test for what the event loop brings. QTest::qWaitFor() sleeps for 10 ms between two looks at the events,
// QTRY_VERIFY() for 50 (Qt 6.4): a request that takes six turns of the loop takes a test ten times as long as a person.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTest>
#include <QTimer>

namespace lanyard::testing {

// Long enough for a loaded machine; nothing waits for it unless the test fails.
inline constexpr int timeoutMs = 20'000;

// Runs the event loop until it is so, at most @p timeout ms.
template<typename Condition>
[[nodiscard]] bool eventually(Condition condition, int timeout = timeoutMs)
{
    if (condition()) // before events are handled, which could undo it
        return true;
    const QDeadlineTimer end(timeout);
    QTimer heartbeat; // for what tells of itself by no event, as a file that another process writes
    heartbeat.start(10);
    do {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // only exec() does it by itself
        if (condition())
            return true;
    } while (!end.hasExpired());
    return false;
}

} // namespace lanyard::testing

#define VERIFY_EVENTUALLY(condition) QVERIFY(lanyard::testing::eventually([&] { return bool(condition); }))

// Says the two values when they stay different.
#define COMPARE_EVENTUALLY(actual, expected)                                                                           \
    do {                                                                                                               \
        if (!lanyard::testing::eventually([&] { return (actual) == (expected); }))                                     \
            QCOMPARE(actual, expected);                                                                                \
    } while (false)
