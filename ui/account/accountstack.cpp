#include "ui/account/accountstack.h"

#include "core/workspace/workspaces.h"
#include "ui/account/accountview.h"
#include "ui/account/keylookupdialog.h"

namespace lanyard {

AccountStack::AccountStack(Workspaces &workspaces, const AccountServices &services, QWidget &window)
    : m_workspaces(workspaces), m_services(services), m_window(window)
{
    connect(&workspaces, &Workspaces::currentChanged, this, &AccountStack::showCurrent);
    connect(&workspaces, &Workspaces::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            drop(m_workspaces.at(row));
    });
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
    if (m_current) {
        m_current->controller->setShown(false);
        m_current->view->leave();
    }
    m_current = &shown(*current);
    // Of this window, which need not be active again yet when a dialog has closed.
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus == this || isAncestorOf(focus);
    m_current->view->setGeometry(contentsRect()); // else one is painted in a corner before the stack places it
    // Before the other view disappears, as in AccountPages::turnTo(): a screen reader would be told of what is next to
    // it.
    m_current->view->show();
    QWidget *last = m_current->view->focusWidget();
    // Qt would give it to the first control there is: a button of a message, which the next key would press. What had
    // it last may have gone meanwhile, as the fields of a session that has ended.
    const bool isLost = !last || !last->isVisible() || !last->isEnabled();
    if (hadFocus && isLost)
        m_current->view->focusPage();
    else if (hadFocus)
        last->setFocus();
    setCurrentWidget(m_current->view);
    Q_EMIT switched();
    m_current->view->comeBack();
    m_current->controller->setShown(!m_isHeldBack);
}

void AccountStack::holdBack(bool isHeldBack)
{
    m_isHeldBack = isHeldBack;
    if (m_current)
        m_current->controller->setShown(!isHeldBack);
}

AccountStack::Shown &AccountStack::shown(Workspace &workspace)
{
    Shown &account = m_shown[&workspace];
    if (account.view)
        return account;
    account.view = new AccountView(workspace);
    account.view->restorePlacement(m_placement);
    addWidget(account.view);
    connect(account.view, &AccountView::pageRequested, this, [this, asking = account.view](int page) {
        if (m_current && asking == m_current->view)
            Q_EMIT pageRequested(page);
    });
    connect(account.view, &AccountView::findKeyRequested, this, &AccountStack::findKey);
    account.controller = std::make_unique<AccountController>(workspace, *account.view, m_services, m_window);
    connect(account.controller.get(), &AccountController::otherUserRequested, this, &AccountStack::otherUserRequested);
    Q_EMIT viewMade(account.view);
    return account;
}

void AccountStack::findKey()
{
    auto *dialog = new KeyLookupDialog(m_workspaces, m_current->view);
    connect(dialog, &KeyLookupDialog::showRequested, this, [this](Workspace *account, int row) {
        m_workspaces.setCurrent(*account);
        m_current->view->showKey(row);
    });
    dialog->open();
}

MessageQueue &AccountStack::messages(Workspace &workspace)
{
    return shown(workspace).view->messages();
}

void AccountStack::drop(const Workspace &workspace)
{
    if (auto account = m_shown.extract(&workspace)) {
        if (m_current == &account.mapped())
            m_current = nullptr;
        account.mapped().controller.reset();
        delete account.mapped().view;
    }
}

std::vector<AccountController *> AccountStack::controllers() const
{
    std::vector<AccountController *> controllers;
    for (const auto &[workspace, account] : m_shown)
        controllers.push_back(account.controller.get());
    return controllers;
}

void AccountStack::restorePlacement(const QJsonObject &placement)
{
    m_placement = placement;
    for (const auto &[workspace, account] : m_shown)
        account.view->restorePlacement(placement);
}

void AccountStack::beginAll()
{
    for (int row = 0; row < m_workspaces.rowCount(); ++row) {
        Shown &account = shown(m_workspaces.at(row));
        account.controller->setShown(&account == m_current && !m_isHeldBack);
        account.controller->begin();
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
