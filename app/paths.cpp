#include "app/paths.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lanyard {

Paths Paths::standard()
{
    const QString folder = qEnvironmentVariable("LANYARD_FILES");
    if (QDir::isAbsolutePath(folder))
        return under(folder);
    Paths paths = under(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    paths.drafts = draftsFolder(paths.drafts);
    paths.areUsual = true;
    return paths;
}

Paths Paths::under(const QString &folder)
{
    return {folder + "/accounts.json"_L1, folder + "/trust.json"_L1, folder + "/window.json"_L1,
            folder + "/preferences.json"_L1, folder + "/drafts"_L1};
}

} // namespace lanyard
