#include "app/paths.h"

#include <QDir>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace lanyard {

Paths Paths::standard()
{
    const QString folder = qEnvironmentVariable("LANYARD_FILES");
    if (QDir::isAbsolutePath(folder))
        return under(folder);
    Paths paths = under(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    // For files that may be lost with the machine: XDG's state folder, which QStandardPaths has only from Qt 6.7 on.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    paths.drafts = (QDir::isAbsolutePath(state) ? state : QDir::homePath() + "/.local/state"_L1) + "/lanyard"_L1;
    return paths;
}

Paths Paths::under(const QString &folder)
{
    return {folder + "/accounts.json"_L1, folder + "/trust.json"_L1, folder + "/window.json"_L1,
            folder + "/preferences.json"_L1, folder + "/drafts"_L1};
}

void findHome()
{
#ifdef Q_OS_UNIX
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
        if (!QDir::isAbsolutePath(qEnvironmentVariable(name)))
            qunsetenv(name);
    }
    if (QDir::isAbsolutePath(qEnvironmentVariable("HOME")))
        return;
    const passwd *user = getpwuid(geteuid()); // at startup: there is only one thread
    if (user && user->pw_dir && user->pw_dir[0] == '/')
        qputenv("HOME", user->pw_dir);
#endif
}

} // namespace lanyard
