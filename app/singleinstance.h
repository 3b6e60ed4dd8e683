#pragma once

#include "app/commandline.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <optional>

namespace lanyard {

/// Ensures that only one instance of the program uses a user's files. The first one holds a lock; a later one passes
/// its command line on and exits.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,
        Second,    ///< another instance is running and has been notified
        Silent,    ///< another instance is running and does not respond
        Abandoned, ///< an instance on another computer left its lock, which seems not to be held: takeOver(), if the
                   ///< user agrees
        Unguarded, ///< unknown, see whyUnguarded()
    };

    /// Instances with different @p files (an absolute path) are independent. The lock is beside the files, the socket
    /// in runtimeFolder().
    explicit SingleInstance(const QString &files, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Becomes the first instance, or passes @p line to it. Waits at most 3 s for its response.
    [[nodiscard]] Role claim(const CommandLine &line);

    /// After Abandoned: becomes the first instance, unless another process has taken the lock; then Silent.
    [[nodiscard]] Role takeOver();

    /// After Unguarded: the reason, to follow "because".
    [[nodiscard]] QString whyUnguarded() const;

    /// A sentence that says where the other instance is running; empty if unknown.
    [[nodiscard]] QString holder() const;

    /// From here on this instance cannot be found any more: one started now waits until it has exited.
    void stopListening() { m_server.close(); }

    /// XDG_RUNTIME_DIR if it belongs to this user alone, as the XDG Base Directory Specification demands; nullopt if it
    /// does not; in a Flatpak the folder in it that all its starts share (flatpak-run(1)). If it is not set,
    /// @p replacement, which is created.
    [[nodiscard]] static std::optional<QString> runtimeFolder(const QString &replacement);

Q_SIGNALS:
    /// Another instance was started with this command line. It cannot contain a secret.
    void startedAgain(const lanyard::CommandLine &line);

private:
    [[nodiscard]] Role begin();
    [[nodiscard]] bool isOfAnotherComputer() const;
    /// Whether the system knows a process that holds the lock.
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] std::optional<Role> handOver(const CommandLine &line) const;
    void answer();

    QString m_path; ///< of the socket, without its suffix; empty if there is no place for it
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace lanyard
