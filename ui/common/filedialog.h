#pragma once

#include <QFileDialog>
#include <QStandardPaths>

namespace lanyard {

/// The user's folder @p place; where that does not exist, the one for documents, the home folder, or the nearest folder
/// around it that does.
[[nodiscard]] QString existingFolder(QStandardPaths::StandardLocation place);

/// A dialog for choosing one existing file, beginning at existingFolder(@p place); deletes itself. Used for every
/// choice of a file.
///
/// Qt's own dialog if the desktop's would come through the portal: the portal must inspect the calling process, which a
/// hardened process does not allow, and then fails silently without showing anything.
[[nodiscard]] QFileDialog *newFileDialog(QWidget *parent, const QString &title, QStandardPaths::StandardLocation place,
                                         const QString &filter);

} // namespace lanyard
