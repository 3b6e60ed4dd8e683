#pragma once

#include <QFileDialog>

namespace lanyard {

/// A dialog for choosing one existing file; deletes itself. Used for every choice of a file.
///
/// Qt's own dialog if the desktop's would come through the portal: the portal must inspect the calling process, which a
/// hardened process does not allow, and then fails silently without showing anything.
[[nodiscard]] QFileDialog *newFileDialog(QWidget *parent, const QString &title, const QString &folder,
                                         const QString &filter);

} // namespace lanyard
