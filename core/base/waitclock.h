#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace lanyard {

/// Counts the seconds of a wait for display: from the fifth on, since a short one needs no number.
class WaitClock : public QObject
{
    Q_OBJECT

public:
    explicit WaitClock(QObject *parent = nullptr);

    /// Does nothing while it runs.
    void start();
    void stop();
    /// 0 while there is nothing to show.
    [[nodiscard]] int seconds() const;

Q_SIGNALS:
    /// @p isFirst: the wait has just become long enough to show.
    void counted(int seconds, bool isFirst);

private:
    QElapsedTimer m_since;
    QTimer m_tick;
    bool m_told = false;
};

} // namespace lanyard
