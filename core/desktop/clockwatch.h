#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace lanyard {

/// Notices that the computer was suspended or that its clock was set: in both cases the wall clock and the monotonic
/// clock disagree about the time elapsed (CLOCK_MONOTONIC stops during suspend). A session may have ended meanwhile,
/// and timers set before fire at the wrong moment.
class ClockWatch : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds since an arbitrary epoch: a clock that follows the date and one that only moves forward.
    struct Clocks
    {
        std::function<qint64()> wall;
        std::function<qint64()> monotonic;
        [[nodiscard]] static Clocks ofTheSystem();
    };

    explicit ClockWatch(Clocks clocks = Clocks::ofTheSystem(), QObject *parent = nullptr);

    /// Compares the two clocks. Called automatically every few seconds.
    void look();

Q_SIGNALS:
    void jumped();

private:
    Clocks m_clocks;
    QTimer m_timer;
    qint64 m_difference;
};

} // namespace lanyard
