#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace lanyard {

/// A small file of the program's own that holds one JSON object.
///
/// Only a regular file that belongs to this user and is not too large is opened: a link to a device or a pipe would
/// hang, a foreign file is not ours to believe. What is there and cannot be used is never overwritten: it is set aside
/// as NAME.bad, at once when it is no JSON object, else when something is written in its place (the next start may find
/// it readable).
class StateFile
{
public:
    static constexpr qint64 UsualSizeLimit = 1024 * 1024;

    /// @p path empty: nothing is ever there, and writing does nothing. @p sizeLimit in bytes.
    explicit StateFile(QString path = {}, qint64 sizeLimit = UsualSizeLimit);

    /// Empty when there is no such file or it cannot be used.
    [[nodiscard]] QJsonObject read();
    /// Whether the last read() found something that it could not use: worth telling the person.
    [[nodiscard]] bool isUnusable() const { return m_unusable; }
    /// Writes the whole file or leaves the old one as it was, mode 0600, its folder 0700. False when that failed.
    [[nodiscard]] bool write(const QJsonObject &content);
    /// What the file holds now; nullopt when there is none or it cannot be used. isUnusable() stays as it was.
    [[nodiscard]] std::optional<QJsonObject> present();
    /// What the file shall hold, by what it holds now; nullopt: nothing that can be read.
    using Change = std::function<QJsonObject(const std::optional<QJsonObject> &present)>;
    /// Reads the file again and writes it under a lock (NAME.lock), so that no other program's update is lost. Waits
    /// a quarter of a second at the longest for whoever holds the lock: the window stands still meanwhile. False when
    /// nothing was written (see LaterWrite).
    [[nodiscard]] bool update(const Change &change);
    /// The last read() gave something of another shape than a file of this kind has: as if it could not be read.
    void refuse();
    /// Whether a QLockFile can be made at @p path. What is no file is taken away, for it is no lock either, and Qt
    /// would wait for a pipe's other end for ever. False where that does not help: a folder that holds something.
    [[nodiscard]] static bool clearLockPlace(const QString &path);
    /// Makes room for another file of this name, keeping what is there as NAME.bad. False when that failed.
    bool setAside() const;

private:
    QString m_path;
    qint64 m_sizeLimit;
    bool m_unusable = false;
    bool m_inTheWay = false; ///< what could not be used is still there
};

} // namespace lanyard
