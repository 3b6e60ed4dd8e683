#pragma once

#include "core/session/signout.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace lanyard {

class Workspace;
class Workspaces;

/// Removes accounts from Lanyard (see Workspaces::remove()). One whose sign-in is only saved is restored first, so that
/// its session can be ended at the service; it stays in the list until then.
class AccountRemoval : public QObject
{
    Q_OBJECT

public:
    /// @p workspaces must outlive it.
    explicit AccountRemoval(Workspaces &workspaces, QObject *parent = nullptr);

    /// Ends in removed(). What is unsaved in @p workspace is lost. If it was the current one, another one is at once.
    void remove(Workspace &workspace);

Q_SIGNALS:
    void removed(const lanyard::SignOutReport &report);

private:
    void leave(const Workspace &workspace);
    void finishLater(Workspace &workspace, const std::optional<Error> &error);
    void finish(Workspace &workspace, const std::optional<Error> &error);

    Workspaces &m_workspaces;
    QSet<const Workspace *> m_leaving;
};

} // namespace lanyard
