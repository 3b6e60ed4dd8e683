#pragma once

#include <QFileDialog>

namespace lanyard {

/// A dialog that asks for one file that exists; deletes itself. The only way in which files are asked for.
///
/// Qt's own where the desktop's would come through the portal: that must look into the process that asks, which a
/// hardened one does not allow, and then shows nothing and says nothing.
[[nodiscard]] QFileDialog *newFileDialog(QWidget *parent, const QString &title, const QString &folder,
                                         const QString &filter);

} // namespace lanyard
