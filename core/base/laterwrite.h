#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace lanyard {

/// Writes later what could not be written now: after two seconds, then at longer intervals, and when it is destroyed.
/// So nobody needs to be waited for who holds a lock (see StateFile::update()).
class LaterWrite : public QObject
{
    Q_OBJECT

public:
    /// @p write returns whether all is written. It is not called within the constructor.
    explicit LaterWrite(std::function<bool()> write);
    ~LaterWrite() override;
    Q_DISABLE_COPY_MOVE(LaterWrite)

    /// To be told how each write ended; returns @p written.
    bool noted(bool written);
    /// Whether something is to be written still.
    [[nodiscard]] bool isBehind() const { return m_isBehind; }

Q_SIGNALS:
    /// All is written that could not be before: what was said about it is true no longer.
    void caughtUp();

private:
    std::function<bool()> m_write;
    QTimer m_pause;
    bool m_isBehind = false;
};

} // namespace lanyard
