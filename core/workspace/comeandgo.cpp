// How accounts come into the list of the open ones, and leave it.
#include "core/session/savedaccounts.h"
#include "core/workspace/workspaces.h"

#include <algorithm>
#include <utility>

namespace lanyard {

void Workspaces::openListed(SavedAccounts &accounts)
{
    const QList<SavedAccount> listed = accounts.listed();
    for (const SavedAccount &account : listed) {
        auto workspace = make();
        workspace->setAccount(account);
        add(rowCount(), std::move(workspace));
    }
    if (const auto best = accounts.bestMatch({}, {}))
        makeCurrent(find(best->origin, best->userId, best->userName));
    if (m_open.empty())
        open();
}

std::unique_ptr<Workspace> Workspaces::make()
{
    auto made = std::make_unique<Workspace>(m_shared);
    m_made.removeIf([](const QPointer<Workspace> &workspace) { return workspace.isNull(); });
    m_made.append(made.get());
    connect(&made->session(), &Session::signInFailed, this, [this](const Error &error) {
        if (error.kind == Error::Kind::AlreadyOpen)
            tellAlreadyOpen();
    });
    const auto refreshOthers = [this, changed = made.get()] {
        for (const QPointer<Workspace> &other : std::as_const(m_made)) {
            if (other && other != changed)
                other->followOthers();
        }
    };
    connect(made.get(), &Workspace::userChanged, this, refreshOthers);
    connect(&made->edits(), &DocumentEdits::secretsChanged, this, refreshOthers);
    return made;
}

const Session *Workspaces::openElsewhere(const Session &asking, const Origin &origin, const QString &userId)
{
    const auto isIt = [&](const QPointer<Workspace> &made) {
        return made && &made->session() != &asking && made->session().hasUser() &&
               made->session().account().origin == origin && made->session().user().id() == userId;
    };
    const auto found = std::find_if(m_made.cbegin(), m_made.cend(), isIt);
    m_foundOpen = found == m_made.cend() ? nullptr : *found;
    return m_foundOpen ? &m_foundOpen->session() : nullptr;
}

// Later: whoever hears of it may drop the workspace whose sign-in has failed.
void Workspaces::tellAlreadyOpen()
{
    const auto tell = [this, found = m_foundOpen] {
        if (found && contains(*found))
            Q_EMIT alreadyOpen(*found);
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

Workspace &Workspaces::open()
{
    return add(rowCount(), make());
}

Workspace &Workspaces::add(int row, std::unique_ptr<Workspace> workspace)
{
    Workspace &added = *workspace;
    beginInsertRows({}, row, row);
    m_open.insert(m_open.begin() + row, std::move(workspace));
    const bool isFirst = !std::exchange(m_current, m_current ? m_current : &added);
    endInsertRows();
    connect(&added, &Workspace::changed, this, [this, &added] { tellChanged(&added); });
    connect(&added, &Workspace::accountReplaced, this,
            [this, &added](const SavedAccount &before) { accountReplaced(added, before); });
    connect(&added, &Workspace::keysExpired, this,
            [this, &added](const QStringList &names) { Q_EMIT keysExpired(added, names); });
    if (isFirst)
        Q_EMIT currentChanged();
    return added;
}

// Nobody is signed in to @p old, and @p account stands for the same, or it stands for none.
bool Workspaces::isReplacedBy(const Workspace &old, const SavedAccount &account) const
{
    const SavedAccount &known = old.account();
    if (old.session().hasUser() || (known.origin.isEmpty() && old.session().state() == Session::State::SigningIn))
        return false;
    return known.origin.isEmpty() || known.isSameUserAs(account);
}

Workspace &Workspaces::insert(std::unique_ptr<Workspace> workspace)
{
    const SavedAccount account = workspace->account();
    const auto isSame = [&](const auto &old) {
        return !old->account().origin.isEmpty() && isReplacedBy(*old, account);
    };
    const auto same = std::find_if(m_open.begin(), m_open.end(), isSame);
    Workspace &inserted = add(static_cast<int>(same - m_open.begin()), std::move(workspace));
    setCurrent(inserted);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (Workspace &old = at(row); &old != &inserted && isReplacedBy(old, account))
            take(old).reset();
    }
    return inserted;
}

// Somebody has signed in as another user where @p before was: that one stays in the list, and the other one is there
// once.
void Workspaces::accountReplaced(Workspace &workspace, const SavedAccount &before)
{
    if (!m_accounts)
        return;
    const SavedAccount now = workspace.account();
    for (int row = rowCount() - 1; row >= 0; --row) {
        Workspace &old = at(row);
        if (&old != &workspace && !old.account().origin.isEmpty() && isReplacedBy(old, now))
            take(old).reset();
    }
    const auto listed = m_accounts->find(before);
    if (!listed || !listed->isListed || find(before.origin, before.userId, before.userName))
        return;
    auto reopened = make();
    reopened->setAccount(*listed);
    add(rowOf(workspace), std::move(reopened));
}

// Its view goes with the row, and with that what is still being typed becomes an edit.
std::unique_ptr<Workspace> Workspaces::take(Workspace &workspace)
{
    const int row = rowOf(workspace);
    if (m_current == &workspace && m_open.size() > 1)
        makeCurrent(&at(row + 1 < rowCount() ? row + 1 : row - 1));
    beginRemoveRows({}, row, row);
    const auto found = m_open.begin() + row;
    auto taken = std::move(*found);
    m_open.erase(found);
    endRemoveRows();
    disconnect(taken.get(), nullptr, this, nullptr);
    if (m_current == taken.get())
        makeCurrent(nullptr);
    return taken;
}

void Workspaces::close(Workspace &workspace)
{
    const auto closed = take(workspace);
    closed->draftWriter().write();
}

void Workspaces::remove(Workspace &workspace)
{
    if (m_open.size() == 1)
        setCurrent(open());
    endSession(take(workspace));
}

// Where else the same user is signed in: in a sign-in that is in no row yet, or in a row under another name.
const Workspace *Workspaces::signedInElsewhere(const Workspace &workspace) const
{
    const auto found = std::find_if(m_made.cbegin(), m_made.cend(), [&workspace](const QPointer<Workspace> &made) {
        return made && made != &workspace && made->session().hasUser() &&
               made->account().isSameUserAs(workspace.account());
    });
    return found == m_made.cend() ? nullptr : *found;
}

void Workspaces::endSession(std::unique_ptr<Workspace> removed)
{
    Session &session = removed->session();
    const SavedAccount account = removed->account();
    const Workspace *other = signedInElsewhere(*removed); // whose the draft is
    const bool isInUse = other && other->account().isSameAs(account);
    removed->draftWriter().discard();
    if (!session.hasUser() && session.state() != Session::State::SigningOut) {
        session.cancelRestore();
        session.cancelSignIn();
        if (account.origin.isEmpty() || isInUse)
            return;
        if (!other)
            m_shared.drafts.remove(account.origin, account.userId); // of an earlier run
        static_cast<void>(m_shared.signIns.remove(account, &session));
        return;
    }
    connect(&session, &Session::signedOut, this, [this, left = removed.get()](const SignOutReport &report) {
        Q_EMIT removedAccountSignedOut(report);
        const auto found = std::find_if(m_leaving.begin(), m_leaving.end(),
                                        [left](const auto &leaving) { return leaving.get() == left; });
        found->release()->deleteLater(); // it is what tells us
        m_leaving.erase(found);
    });
    m_leaving.push_back(std::move(removed));
    session.signOut();
    if (!isInUse)
        m_shared.signIns.unlist(account);
}

} // namespace lanyard
