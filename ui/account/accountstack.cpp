#include "ui/account/accountstack.h"

#include "core/workspace/workspaces.h"
#include "ui/account/accountview.h"

namespace lanyard {

AccountStack::AccountStack(Workspaces &workspaces, const AccountServices &services, QWidget &window)
    : m_workspaces(workspaces), m_services(services), m_window(window)
{
    connect(&workspaces, &Workspaces::currentChanged, this, &AccountStack::showCurrent);
    connect(&workspaces, &Workspaces::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { drop(first, last); });
    showCurrent();
}

// The controllers first, which use the views; then each view, which destroys its pages first.
AccountStack::~AccountStack()
{
    for (auto &[workspace, account] : m_shown) {
        account.controller.reset();
        delete account.view;
    }
}

Workspace &AccountStack::workspace() const
{
    return *m_workspaces.current();
}

void AccountStack::showCurrent()
{
    Workspace *current = m_workspaces.current();
    if (!current)
        return;
    m_current = &shown(*current);
    setCurrentWidget(m_current->view);
    Q_EMIT switched();
}

AccountStack::Shown &AccountStack::shown(Workspace &workspace)
{
    Shown &account = m_shown[&workspace];
    if (account.view)
        return account;
    account.view = new AccountView(workspace);
    addWidget(account.view);
    connect(account.view, &AccountView::pageRequested, this, [this, asking = account.view](int page) {
        if (asking == m_current->view)
            Q_EMIT pageRequested(page);
    });
    account.controller = std::make_unique<AccountController>(workspace, *account.view, m_services, m_window);
    Q_EMIT viewMade(account.view);
    return account;
}

void AccountStack::drop(int firstRow, int lastRow)
{
    for (int row = firstRow; row <= lastRow; ++row) {
        if (auto account = m_shown.extract(&m_workspaces.at(row))) {
            account.mapped().controller.reset();
            delete account.mapped().view;
        }
    }
}

void AccountStack::clockJumped()
{
    for (const auto &[workspace, account] : m_shown)
        account.controller->clockJumped();
}

void AccountStack::hideSecrets()
{
    for (const auto &[workspace, account] : m_shown)
        account.controller->hideSecrets();
}

void AccountStack::takeTyping()
{
    for (const auto &[workspace, account] : m_shown)
        account.view->takeTyping();
}

void AccountStack::settle(Topic topic)
{
    for (const auto &[workspace, account] : m_shown)
        account.view->messages().settle(topic);
}

} // namespace lanyard

#include "moc_accountstack.cpp"
