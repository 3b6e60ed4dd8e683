#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace lanyard {

/// Waits until the typing in a field pauses, or the focus leaves it: what is half typed is neither called wrong nor
/// spoken of.
class TypingPause : public QObject
{
    Q_OBJECT

public:
    /// @p field, or what is within it, has the focus meanwhile, and outlives this. @p over is called once it has come.
    TypingPause(QWidget *field, std::function<void()> over);

    /// It is typed: the wait begins anew.
    void await() { m_timer.start(); }
    [[nodiscard]] bool isAwaited() const { return m_timer.isActive(); }
    /// There is nothing to wait for any more.
    void cancel() { m_timer.stop(); }

private:
    void end();

    std::function<void()> m_over;
    QTimer m_timer;
};

} // namespace lanyard
