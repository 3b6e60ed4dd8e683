#include "core/workspace/accountremoval.h"

#include "core/workspace/workspaces.h"

#include <QPointer>

namespace lanyard {

AccountRemoval::AccountRemoval(Workspaces &workspaces, QObject *parent) : QObject(parent), m_workspaces(workspaces)
{
    connect(&workspaces, &Workspaces::removedAccountSignedOut, this, &AccountRemoval::removed);
}

void AccountRemoval::remove(Workspace &workspace)
{
    if (m_leaving.contains(&workspace))
        return;
    Session &session = workspace.session();
    if (session.hasUser() || session.state() != Session::State::SignedOut || !workspace.account().kept)
        return finish(workspace, {});
    m_leaving.insert(&workspace);
    // Somebody has signed in to the same account elsewhere, which takes its place.
    connect(&workspace, &QObject::destroyed, this, [this, gone = &workspace] { m_leaving.remove(gone); });
    leave(workspace);
    connect(&session, &Session::signedIn, this, [this, &workspace] { finishLater(workspace, {}); });
    connect(&session, &Session::restoreFailed, this,
            [this, &workspace](const std::optional<Error> &error) { finishLater(workspace, error); });
    session.restore(workspace.account());
}

// Another one is shown while this one is signed out, and if there is none, an empty one.
void AccountRemoval::leave(const Workspace &workspace)
{
    if (m_workspaces.current() != &workspace)
        return;
    for (int row = 0; row < m_workspaces.rowCount(); ++row) {
        if (!m_leaving.contains(&m_workspaces.at(row)))
            return m_workspaces.setCurrent(m_workspaces.at(row));
    }
    m_workspaces.setCurrent(m_workspaces.open());
}

// Queued, as the session cannot go while it reports.
void AccountRemoval::finishLater(Workspace &workspace, const std::optional<Error> &error)
{
    const auto finishIt = [this, leaving = QPointer(&workspace), error] {
        if (leaving && m_leaving.remove(leaving))
            finish(*leaving, error);
    };
    QMetaObject::invokeMethod(this, finishIt, Qt::QueuedConnection);
}

// One that is signed in is reported by its sign-out. A session that the service has ended need not be ended there.
void AccountRemoval::finish(Workspace &workspace, const std::optional<Error> &error)
{
    SignOutReport report;
    report.account = workspace.account();
    if (error && error->kind != Error::Kind::SessionExpired)
        report.serviceError = error;
    const bool isReported = workspace.session().hasUser();
    m_workspaces.remove(workspace);
    if (!isReported && !report.account.origin.isEmpty())
        Q_EMIT removed(report);
}

} // namespace lanyard

#include "moc_accountremoval.cpp"
