#include "ui/account/accountstack.h"

#include "core/workspace/workspaces.h"
#include "ui/account/accountview.h"

namespace lanyard {

AccountStack::AccountStack(Workspaces &workspaces, QWidget *parent) : QStackedWidget(parent), m_workspaces(workspaces)
{
    connect(&workspaces, &Workspaces::currentChanged, this, &AccountStack::showCurrent);
    connect(&workspaces, &Workspaces::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { dropViews(first, last); });
    showCurrent();
}

// The views first, as each destroys its pages first.
AccountStack::~AccountStack()
{
    for (const auto &[workspace, view] : m_views)
        delete view;
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
    m_current = viewOf(*current);
    setCurrentWidget(m_current);
    Q_EMIT switched();
}

AccountView *AccountStack::viewOf(Workspace &workspace)
{
    AccountView *&view = m_views[&workspace];
    if (view)
        return view;
    view = new AccountView(workspace);
    addWidget(view);
    connect(view, &AccountView::pageRequested, this, [this, asking = view](int page) {
        if (asking == m_current)
            Q_EMIT pageRequested(page);
    });
    connect(view, &AccountView::signInRequested, this, &AccountStack::signInRequested);
    return view;
}

void AccountStack::dropViews(int firstRow, int lastRow)
{
    for (int row = firstRow; row <= lastRow; ++row) {
        if (const auto view = m_views.extract(&m_workspaces.at(row)))
            delete view.mapped();
    }
}

} // namespace lanyard

#include "moc_accountstack.cpp"
