#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace lanyard {

/// Ends the event loop when the system asks the program to exit (SIGTERM, SIGINT, SIGHUP; under
/// Windows when the user signs out or the computer shuts down), or does what was set
/// instead, which must end it soon. Create at most one, after the application.
class Termination
{
public:
    Termination();
    ~Termination();
    Q_DISABLE_COPY_MOVE(Termination)

    /// Instead of QCoreApplication::exit().
    void setEnding(const std::function<void()> &ending) { m_end = ending; }

private:
    std::function<void()> m_end;
    struct Listener;
    std::unique_ptr<Listener> m_listener;
};

} // namespace lanyard
