#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace lanyard {

/// Notices that the computer was suspended or that its clock was set: both make the wall clock and the monotonic clock
/// disagree about how much time has passed (CLOCK_MONOTONIC stands still while a computer sleeps). A session may have
/// ended meanwhile, and timers that were set before ring at the wrong moment.
class ClockWatch : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds since any moment, one that follows the date and one that only goes forward.
    struct Clocks
    {
        std::function<qint64()> wall;
        std::function<qint64()> monotonic;
        [[nodiscard]] static Clocks ofTheSystem();
    };

    explicit ClockWatch(Clocks clocks = Clocks::ofTheSystem(), QObject *parent = nullptr);

    /// Compares the two now. Called every few seconds by itself.
    void look();

Q_SIGNALS:
    void jumped();

private:
    Clocks m_clocks;
    QTimer m_timer;
    qint64 m_difference;
};

} // namespace lanyard
