#pragma once

#include <QFileDialog>
#include <QStandardPaths>

namespace lanyard {

/// The user's folder @p place; where that does not exist, the one for documents, the home folder, or the nearest folder
/// around it that does.
[[nodiscard]] QString existingFolder(QStandardPaths::StandardLocation place);

/// Whether the system's own dialog can be shown. In Flatpak and Snap it comes through the portal, which must inspect
/// the calling process; elsewhere the portal would fail silently with a hardened process.
[[nodiscard]] bool canUseSystemFileDialog();

/// A dialog for choosing one existing file, beginning at existingFolder(@p place); deletes itself. Used for every
/// choice of a file. Qt's own dialog where the system's cannot be shown.
[[nodiscard]] QFileDialog *newFileDialog(QWidget *parent, const QString &title, QStandardPaths::StandardLocation place,
                                         const QString &filter);

} // namespace lanyard
