#include "core/workspace/workspaces.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString nameOf(const Workspace &workspace)
{
    const Session &session = workspace.session();
    return workspace.edits().hidden().shownName(session.hasUser() ? session.user().displayName()
                                                                  : workspace.account().displayName());
}

QStringList wordsOf(const QList<Need> &needs)
{
    QStringList words;
    for (const Need need : needs) {
        if (const QString text = needText(need); !text.isEmpty())
            words << text;
    }
    return words;
}

} // namespace

Workspaces::Workspaces(const Shared &shared, QObject *parent) : QAbstractListModel(parent), m_shared(shared)
{
    m_shared.openElsewhere = [this](const Session &asking, const Origin &origin, const QString &userId) {
        return openElsewhere(asking, origin, userId);
    };
}

Workspaces::Workspaces(const Shared &shared, SavedAccounts &accounts, QObject *parent) : Workspaces(shared, parent)
{
    m_accounts = &accounts;
    openListed(accounts);
}

Workspaces::~Workspaces() = default;

int Workspaces::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_open.size());
}

QVariant Workspaces::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Workspace &workspace = at(index.row());
    const SavedAccount &account = workspace.account();
    const auto mostUrgent = [](const QList<Need> &needs) {
        return needs.isEmpty() ? -1 : static_cast<int>(needs.first());
    };
    switch (role) {
    case Qt::DisplayRole:
        if (const QString name = nameOf(workspace); !name.isEmpty())
            return name;
        return tr("Not signed in");
    case UserNameRole:
        return workspace.edits().hidden().shownName(account.userName);
    case ServerRole:
        return account.origin.isEmpty() ? QString() : account.origin.shortText();
    case NeedsRole:
        return wordsOf(workspace.needs());
    case MostUrgentRole:
        return mostUrgent(workspace.needs());
    case PictureRole:
        return workspace.session().user().value("image"_L1).toString();
    case IsCurrentRole:
        return &workspace == m_current;
    default:
        return {};
    }
}

int Workspaces::rowOf(const Workspace &workspace) const
{
    const auto found =
        std::find_if(m_open.begin(), m_open.end(), [&workspace](const auto &open) { return open.get() == &workspace; });
    Q_ASSERT(found != m_open.end());
    return static_cast<int>(found - m_open.begin());
}

bool Workspaces::contains(const Workspace &workspace) const
{
    return std::any_of(m_open.begin(), m_open.end(),
                       [&workspace](const auto &open) { return open.get() == &workspace; });
}

Workspace *Workspaces::find(const Origin &origin, const QString &userId, const QString &userName) const
{
    const auto isMeant = [&](const auto &open) {
        const SavedAccount &account = open->account();
        if (account.origin.isEmpty() || !(account.origin == origin))
            return false;
        if (!userId.isEmpty() && !account.userId.isEmpty())
            return account.userId == userId;
        return !userName.isEmpty() && account.matches(origin, userName);
    };
    const auto found = std::find_if(m_open.begin(), m_open.end(), isMeant);
    return found == m_open.end() ? nullptr : found->get();
}

void Workspaces::move(int from, int to)
{
    const auto isRow = [this](int row) { return row >= 0 && row < rowCount(); };
    if (!isRow(from) || !isRow(to) || from == to || !beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
        return;
    const auto first = m_open.begin();
    if (from < to)
        std::rotate(first + from, first + from + 1, first + to + 1);
    else
        std::rotate(first + to, first + from, first + from + 1);
    endMoveRows();
    if (!m_accounts)
        return;
    QList<SavedAccount> order;
    for (const auto &open : m_open) {
        if (!open->account().origin.isEmpty())
            order << open->account();
    }
    m_accounts->setOrder(order);
}

void Workspaces::setCurrent(Workspace &workspace)
{
    if (m_current == &workspace)
        return;
    makeCurrent(&workspace);
    if (m_accounts && !workspace.account().origin.isEmpty())
        m_accounts->touch(workspace.account());
}

void Workspaces::makeCurrent(Workspace *workspace)
{
    const Workspace *before = std::exchange(m_current, workspace);
    if (before == workspace)
        return;
    for (const Workspace *changed : {before, static_cast<const Workspace *>(workspace)})
        tellChanged(changed);
    Q_EMIT currentChanged();
}

void Workspaces::tellChanged(const Workspace *workspace)
{
    if (!workspace || !contains(*workspace))
        return;
    const QModelIndex changed = index(rowOf(*workspace));
    Q_EMIT dataChanged(changed, changed);
}

} // namespace lanyard

#include "moc_workspaces.cpp"
