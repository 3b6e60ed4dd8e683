#include "ui/account/addaccount.h"

#include "core/workspace/workspaces.h"
#include "ui/account/accountstack.h"

#include <utility>

namespace lanyard {

AddAccount::AddAccount(AccountStack &stack, QObject *parent) : QObject(parent), m_stack(stack) {}

AddAccount::~AddAccount()
{
    abandon();
}

AccountController &AddAccount::begin()
{
    abandon();
    m_added = m_stack.workspaces().make();
    AccountController &controller = m_stack.prepare(*m_added);
    // Queued, as neither the session nor the dialog can go while it reports.
    connect(&m_added->session(), &Session::signedIn, this, &AddAccount::accept, Qt::QueuedConnection);
    connect(&controller, &AccountController::signInAbandoned, this, &AddAccount::abandon, Qt::QueuedConnection);
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
    if (m_added)
        m_stack.workspaces().insert(std::move(m_added));
}

void AddAccount::abandon()
{
    if (!m_added || m_added->session().hasUser())
        return;
    m_stack.drop(*m_added);
    m_added.reset();
}

} // namespace lanyard

#include "moc_addaccount.cpp"
