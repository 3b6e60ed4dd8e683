#pragma once

#include <QSocketNotifier>

#include <memory>

namespace lanyard {

/// Ends the event loop when the system asks the program to exit (SIGTERM, SIGINT, SIGHUP): the clipboard is cleared and
/// unsaved edits are written to disk, as when the user quits. Create at most one, after the application.
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
