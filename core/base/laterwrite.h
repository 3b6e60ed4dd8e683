#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace lanyard {

/// Writes later what need not be written at once, and retries a failed write: after two seconds, then at increasing
/// intervals, and on destruction, so that nothing has to block while another process holds a lock (see
/// StateFile::update()).
class LaterWrite : public QObject
{
    Q_OBJECT

public:
    /// @p write returns whether everything has been written. It is not called from the constructor.
    explicit LaterWrite(std::function<bool()> write);
    ~LaterWrite() override;
    Q_DISABLE_COPY_MOVE(LaterWrite)

    /// Reports how a write ended; returns @p written.
    bool noted(bool written);
    /// Something has to be written within two seconds, unless an earlier write has failed.
    void soon();
    /// Whether something could not be written yet.
    [[nodiscard]] bool isBehind() const { return m_isBehind; }

Q_SIGNALS:
    /// Everything that could not be written before is written now: warnings about it are out of date.
    void caughtUp();

private:
    std::function<bool()> m_write;
    QTimer m_pause;
    bool m_isBehind = false;
    bool m_isDue = false; // that, or something is to be written soon
};

} // namespace lanyard
