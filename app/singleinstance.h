#pragma once

#include "app/commandline.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <optional>

namespace lanyard {

/// Sees to it that a person's files are used by one running program only. The one started first keeps a lock; one
/// started later hands over what it was asked for and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,
        Second,    ///< another one runs, and has been told
        Silent,    ///< another one runs, and does not answer
        Abandoned, ///< one on another computer left its lock, and nobody seems to hold it: takeOver(), if the user
                   ///< agrees
        Unguarded, ///< nobody can tell, see whyUnguarded()
    };

    /// Programs with other @p files (an absolute path) are other programs. The lock lies beside them, the socket in
    /// runtimeFolder().
    explicit SingleInstance(const QString &files, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Becomes the first one, or hands @p line over to it. Waits for its answer 3 s at the longest.
    [[nodiscard]] Role claim(const CommandLine &line);

    /// After Abandoned: becomes the first one, unless somebody holds the lock by now; then Silent.
    [[nodiscard]] Role takeOver();

    /// After Unguarded: what stands in the way, to follow "because".
    [[nodiscard]] QString whyUnguarded() const;

    /// A sentence that says where the other one runs; empty when that is not known.
    [[nodiscard]] QString holder() const;

    /// From here on this one is not found any more: what is started now waits until it has ended.
    void stopListening() { m_server.close(); }

    /// XDG_RUNTIME_DIR if it is this user's alone, as the XDG Base Directory Specification demands; nullopt when it is
    /// not. Where there is none, @p replacement, which is made.
    [[nodiscard]] static std::optional<QString> runtimeFolder(const QString &replacement);

Q_SIGNALS:
    /// Another one was started with this line. No secret can be in it.
    void startedAgain(const lanyard::CommandLine &line);

private:
    [[nodiscard]] Role begin();
    [[nodiscard]] bool isOfAnotherComputer() const;
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] std::optional<Role> handOver(const CommandLine &line) const;
    void answer();

    QString m_path; ///< of the socket, without its ending; empty when there is no place for it
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace lanyard
