#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <memory>

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
    ~ClockWatch() override;
    Q_DISABLE_COPY_MOVE(ClockWatch)

    /// Compares the two clocks. Called automatically when the system says that its clock was set, as Linux does, also
    /// after a suspend; elsewhere every few seconds.
    void look();
    /// Whether it looks every few seconds.
    [[nodiscard]] bool isPolling() const { return m_timer.isActive(); }

Q_SIGNALS:
    void jumped();

private:
    /// Asks the system to tell when its clock is set. False where it cannot.
    [[nodiscard]] bool askToBeTold();

    Clocks m_clocks;
    QTimer m_timer;
    std::unique_ptr<QSocketNotifier> m_set; // of a timer of the system that ends when its clock is set
    qint64 m_difference;
};

} // namespace lanyard
