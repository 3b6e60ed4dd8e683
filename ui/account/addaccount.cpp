#include "ui/account/addaccount.h"

#include "core/workspace/workspaces.h"
#include "ui/account/accountstack.h"

#include <utility>

namespace lanyard {

AddAccount::AddAccount(AccountStack &stack, QObject *parent) : QObject(parent), m_stack(stack) {}

AddAccount::~AddAccount()
{
    drop();
}

AccountController &AddAccount::begin()
{
    drop();
    m_focus = m_stack.window()->focusWidget();
    m_added = m_stack.workspaces().make();
    m_stack.holdBack(true);
    AccountController &controller = m_stack.prepare(*m_added);
    controller.setAdding();
    // Later, as neither the session nor the dialog can go while it reports; and about this one only.
    const auto later = [this, added = m_added.get()](void (AddAccount::*end)()) {
        const auto endIt = [this, added, end] {
            if (m_added.get() == added)
                (this->*end)();
        };
        QMetaObject::invokeMethod(this, endIt, Qt::QueuedConnection);
    };
    connect(&m_added->session(), &Session::signedIn, this, [later] { later(&AddAccount::accept); });
    connect(&controller, &AccountController::signInAbandoned, this, [later] { later(&AddAccount::abandon); });
    return controller;
}

void AddAccount::ask(const QString &server, const QString &userName)
{
    if (server.isEmpty() && userName.isEmpty())
        begin().askToSignIn();
    else
        begin().askFor(server, userName);
}

void AddAccount::add(const SignInRequest &request)
{
    begin().signIn(request);
}

void AddAccount::accept()
{
    m_stack.workspaces().insert(std::move(m_added));
    m_stack.holdBack(false);
}

void AddAccount::abandon()
{
    drop();
    m_stack.holdBack(false);
    if (m_focus && m_focus->isVisible())
        m_focus->setFocus(Qt::OtherFocusReason);
}

void AddAccount::drop()
{
    if (!m_added)
        return;
    m_stack.drop(*m_added);
    m_added.reset();
}

} // namespace lanyard

#include "moc_addaccount.cpp"
