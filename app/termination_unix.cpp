#include "app/termination.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace lanyard {

namespace {

constexpr std::array signalNumbers{SIGTERM, SIGINT, SIGHUP};
std::array<int, 2> ends{-1, -1}; // written to by the handler, read by the event loop

// No Qt function may be called here (signal-safety(7)). A signal that the process sends to itself comes from GDBus,
// which libsecret uses: it would end the program when the session bus does.
void note(int number, siginfo_t *info, void *)
{
    if (info->si_code == SI_TKILL && info->si_pid == getpid())
        return;
    std::signal(number, SIG_DFL); // a second one ends a hung program
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(ends[0], &byte, 1);
}

} // namespace

struct Termination::Listener
{
    QSocketNotifier arrived;
};

Termination::Termination() : m_end([] { QCoreApplication::exit(0); })
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    m_listener.reset(new Listener{QSocketNotifier(ends[1], QSocketNotifier::Read)});
    // Not quit(), which closes the windows first: one with unsaved changes would ask, with no user to answer.
    QObject::connect(&m_listener->arrived, &QSocketNotifier::activated, QCoreApplication::instance(), [this] {
        m_listener->arrived.setEnabled(false); // what arrived is not read
        m_end();
    });
    struct sigaction action = {};
    action.sa_sigaction = note;
    action.sa_flags = SA_RESTART | SA_SIGINFO;
    for (const int number : signalNumbers)
        sigaction(number, &action, nullptr);
}

Termination::~Termination()
{
    for (const int number : signalNumbers)
        std::signal(number, SIG_DFL);
    m_listener.reset();
    for (const int end : ends)
        close(end);
}

} // namespace lanyard
