#include "app/paths.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lanyard {

Paths Paths::standard()
{
    return under(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
}

Paths Paths::under(const QString &folder)
{
    return {folder + "/accounts.json"_L1, folder + "/trust.json"_L1, folder + "/window.json"_L1};
}

} // namespace lanyard
