#pragma once

#include <QString>

namespace lanyard {

/// Why the file at @p path, which StateFile could not use, is not used, and what becomes of it: a sentence for each.
[[nodiscard]] QString unusableFileText(const QString &path);

/// A sentence if every user of this computer can change what is in @p folder; otherwise empty.
[[nodiscard]] QString openFolderText(const QString &folder);

} // namespace lanyard
