#pragma once

#include <QJsonObject>
#include <QString>

namespace lanyard {

/// What a small JSON file of the program's own holds. Only a regular file that belongs to this user and is no larger
/// than @p sizeLimit bytes is opened: a link to a device or a pipe would hang, a foreign file is not ours to believe.
/// Anything else, and what is not one JSON object, counts as empty; the latter is set aside as NAME.bad.
[[nodiscard]] QJsonObject readStateFile(const QString &path, qint64 sizeLimit = 1024 * 1024);

/// Writes the whole file or leaves the old one as it was, mode 0600, its folder 0700. True without doing anything when
/// @p path is empty (kept in memory only).
[[nodiscard]] bool writeStateFile(const QString &path, const QJsonObject &content);

} // namespace lanyard
