#pragma once

#include <QString>

class QFileInfo;
class QSaveFile;

namespace lanyard {

// What each platform says of files in a way of its own.

/// Whether it belongs to the user who runs the program, and may be trusted.
[[nodiscard]] bool isOwnFile(const QFileInfo &info);
/// Whether every user of this computer can change what is in it.
[[nodiscard]] bool isOpenToOthers(const QFileInfo &folder);
/// Waits until what was written is on the disk. False on failure.
[[nodiscard]] bool isOnDisk(QSaveFile &file);
/// Also what Qt does not rename: a link that leads to nothing.
[[nodiscard]] bool renameFile(const QString &from, const QString &to);

} // namespace lanyard
