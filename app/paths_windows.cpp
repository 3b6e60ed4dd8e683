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
}

} // namespace lanyard
