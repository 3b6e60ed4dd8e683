#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace lanyard {

/// A small file of the program that holds one JSON object.
///
/// Only a regular file that belongs to this user and is not too large is opened: a link to a device or a pipe would
/// block, and a file owned by somebody else cannot be trusted. An unusable file is never overwritten: it is set aside
/// as NAME.bad (or NAME.bad2, up to NAME.bad9, if there is one), at once if it is not a JSON object, otherwise when
/// something is written in its place (it may be readable at the next start). So is a link: nothing is written to what
/// it leads to.
class StateFile
{
public:
    static constexpr qint64 UsualSizeLimit = 1024 * 1024;

    /// @p path empty: there is no file; reads are empty and writes do nothing. @p sizeLimit in bytes.
    explicit StateFile(QString path = {}, qint64 sizeLimit = UsualSizeLimit);

    /// Empty if there is no such file or it cannot be used.
    [[nodiscard]] QJsonObject read();
    /// Whether the last read() found an unusable file: worth reporting to the user.
    [[nodiscard]] bool isUnusable() const { return m_unusable; }
    /// Replaces the file atomically or leaves it unchanged; mode 0600, its folder 0700. False on failure, and if it
    /// would be too large to be read again.
    [[nodiscard]] bool write(const QJsonObject &content);
    /// The current content; nullopt if there is no file or it cannot be used. Does not change isUnusable().
    [[nodiscard]] std::optional<QJsonObject> present();
    /// The new content, given the current one; nullopt: nothing that can be read.
    using Change = std::function<QJsonObject(const std::optional<QJsonObject> &present)>;
    /// Rereads the file and writes it under a lock (NAME.lock), so that no other process's update is lost. Waits at
    /// most a quarter of a second for the lock: the window is blocked meanwhile. False if nothing was written (see
    /// LaterWrite).
    [[nodiscard]] bool update(const Change &change);
    /// The last read() returned content of the wrong shape for this kind of file: treat it as unreadable.
    void refuse();
    /// Whether a QLockFile can be created at @p path. Anything but a regular file is removed: it is not a lock, and Qt
    /// would wait forever for the other end of a pipe. False if that does not help: a folder that is not empty.
    [[nodiscard]] static bool clearLockPath(const QString &path);
    /// Makes way for a new file of this name, keeping the current one as NAME.bad, NAME.bad2 … False on failure.
    bool setAside() const;

private:
    QString m_path;
    qint64 m_sizeLimit;
    bool m_unusable = false;
    bool m_inTheWay = false; ///< the unusable file is still in place
};

} // namespace lanyard
