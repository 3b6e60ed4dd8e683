#include "app/paths.h"

#include <QDir>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lanyard {

// XDG's state folder. QStandardPaths has it only from Qt 6.7 on, and names the same.
QString Paths::draftsFolder(const QString &)
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + "/.local/state"_L1) + "/lanyard"_L1;
}

void mendEnvironment()
{
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
        if (!QDir::isAbsolutePath(qEnvironmentVariable(name)))
            qunsetenv(name);
    }
    if (QDir::isAbsolutePath(qEnvironmentVariable("HOME")))
        return;
    const passwd *user = getpwuid(geteuid()); // at startup: there is only one thread
    if (user && user->pw_dir && user->pw_dir[0] == '/')
        qputenv("HOME", user->pw_dir);
}

} // namespace lanyard
