#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace lanyard {

/// Writes the file that the user chose, for them alone (mode 0600): whole, or not at all. The reason if it could not be
/// written, in the system's words.
[[nodiscard]] std::optional<QString> writePrivateFile(const QString &path, QByteArrayView content);

} // namespace lanyard
