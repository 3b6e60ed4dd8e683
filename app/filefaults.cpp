#include "app/filefaults.h"

#include "core/base/ownfile.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lanyard {

namespace {

class FileFaults
{
    Q_DECLARE_TR_FUNCTIONS(FileFaults)
};

} // namespace

QString unusableFileText(const QString &path)
{
    const QFileInfo info(path);
    const QString name = visibleText(path);
    if (info.isSymLink())
        return FileFaults::tr(
                   "%1 is a link, which Lanyard does not follow, so it starts without what it leads to. Once "
                   "something is saved there, the link is kept with “.bad” in its name.")
            .arg(name);
    if (info.isDir())
        return FileFaults::tr("%1 is a folder, where a file of Lanyard belongs: nothing can be read or saved there. "
                              "Move it away.")
            .arg(name);
    if (info.exists()) // it may be readable at the next start
        return FileFaults::tr("%1 could not be read, so Lanyard starts without what it holds. Once something is saved "
                              "there, it is kept with “.bad” in its name.")
            .arg(name);
    return FileFaults::tr("%1 could not be read, so Lanyard starts without what it holds. It is kept, with “.bad” in "
                          "its name.")
        .arg(name);
}

QString openFolderText(const QString &folder)
{
    if (!isOpenToOthers(QFileInfo(folder)))
        return {};
    return FileFaults::tr("Every user of this computer can change the files in %1. Allow it to yourself alone.")
        .arg(visibleText(folder));
}

} // namespace lanyard
