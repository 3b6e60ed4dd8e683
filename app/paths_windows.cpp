#include "app/paths.h"

#include <ctime>

namespace lanyard {

// What does not go with the user to another computer, as all of the program's files here.
QString Paths::draftsFolder(const QString &otherwise)
{
    return otherwise;
}

void mendEnvironment()
{
    qunsetenv("TZ");
    _tzset();
    for (const char *name : {"LC_ALL", "LC_TIME", "LC_NUMERIC", "LC_MONETARY", "LC_MESSAGES", "LANG", "LANGUAGE"})
        qunsetenv(name);
}

} // namespace lanyard
