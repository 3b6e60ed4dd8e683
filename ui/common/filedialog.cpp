#include "ui/common/filedialog.h"

#include <QDir>
#include <QFileInfo>

namespace lanyard {

// Qt's dialog would propose one that does not exist, and nothing could be written there.
QString existingFolder(QStandardPaths::StandardLocation place)
{
    for (const auto location : {place, QStandardPaths::DocumentsLocation}) {
        QString folder = QStandardPaths::writableLocation(location);
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    QString folder = QDir::homePath();
    while (!QFileInfo(folder).isDir() && !QDir(folder).isRoot())
        folder = QFileInfo(folder).path();
    return folder;
}

QFileDialog *newFileDialog(QWidget *parent, const QString &title, QStandardPaths::StandardLocation place,
                           const QString &filter)
{
    auto *dialog = new QFileDialog(parent, title, existingFolder(place), filter);
    dialog->setOption(QFileDialog::DontUseNativeDialog, !canUseSystemFileDialog());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // Without a window manager, nobody else does it if Enter closed the list that completes a name with the dialog.
    QObject::connect(dialog, &QDialog::accepted, parent, &QWidget::activateWindow);
    return dialog;
}

} // namespace lanyard
