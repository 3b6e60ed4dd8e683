#include "core/workspace/workspaces.h"

#include <algorithm>
#include <utility>

namespace lanyard {

Workspaces::Workspaces(const Shared &shared, QObject *parent) : QAbstractListModel(parent), m_shared(shared) {}

int Workspaces::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_open.size());
}

QVariant Workspaces::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Session &session = at(index.row()).session();
    return session.hasUser() ? session.user().userName() : QString();
}

int Workspaces::rowOf(const Workspace &workspace) const
{
    const auto found =
        std::find_if(m_open.begin(), m_open.end(), [&workspace](const auto &open) { return open.get() == &workspace; });
    Q_ASSERT(found != m_open.end());
    return static_cast<int>(found - m_open.begin());
}

Workspace &Workspaces::open()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    Workspace &opened = *m_open.emplace_back(std::make_unique<Workspace>(m_shared));
    endInsertRows();
    connect(&opened, &Workspace::changed, this, [this, &opened] {
        const QModelIndex changed = index(rowOf(opened));
        Q_EMIT dataChanged(changed, changed);
    });
    if (!m_current)
        makeCurrent(&opened);
    return opened;
}

void Workspaces::close(Workspace &workspace)
{
    const int row = rowOf(workspace);
    beginRemoveRows({}, row, row); // its view goes, and with it what is still being typed becomes an edit
    workspace.draftWriter().write();
    const auto found = m_open.begin() + row;
    const auto closed = std::move(*found);
    m_open.erase(found);
    endRemoveRows();
    disconnect(closed.get(), nullptr, this, nullptr);
    if (m_current == closed.get())
        makeCurrent(m_open.empty() ? nullptr : &at(std::min(row, rowCount() - 1)));
}

void Workspaces::setCurrent(Workspace &workspace)
{
    if (m_current != &workspace)
        makeCurrent(&workspace);
}

void Workspaces::makeCurrent(Workspace *workspace)
{
    m_current = workspace;
    Q_EMIT currentChanged();
}

} // namespace lanyard

#include "moc_workspaces.cpp"
