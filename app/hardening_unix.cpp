#include "app/hardening.h"

#include <QtGlobal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace lanyard {

void hardenProcess()
{
    if (qEnvironmentVariableIsSet("LANYARD_DEBUGGABLE"))
        return;
    if (qEnvironmentVariableIsSet("SNAP") || access("/.flatpak-info", F_OK) == 0)
        return;
    // With a pipe as core_pattern the limit alone has no effect (core(5)); not being dumpable does.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void keepFilesPrivate()
{
    umask(077);
}

} // namespace lanyard
