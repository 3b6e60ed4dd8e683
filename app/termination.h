#pragma once

#include <QSocketNotifier>

#include <memory>

namespace lanyard {

/// Ends the event loop when the system wants the program to end (SIGTERM, SIGINT, SIGHUP): what is copied is taken off
/// the clipboard and what is unsaved is written down, as when the person quits. Make one at most, after the
/// application.
class Termination
{
public:
    Termination();
    ~Termination();
    Q_DISABLE_COPY_MOVE(Termination)

private:
    std::unique_ptr<QSocketNotifier> m_arrived;
};

} // namespace lanyard
