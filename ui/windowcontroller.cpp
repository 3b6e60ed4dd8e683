#include "ui/windowcontroller.h"

#include "core/base/messagequeue.h"
#include "core/base/shortened.h"
#include "core/base/text.h"
#include "core/session/requestedaccount.h"
#include "core/settings/preferences.h"
#include "core/workspace/workspaces.h"
#include "ui/account/accountstack.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/accounttext.h"
#include "ui/common/dialogbuttons.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <utility>

namespace lanyard {

WindowController::WindowController(MainWindow &window, const SavedAccounts &accounts, Preferences &preferences,
                                   QObject *parent)
    : QObject(parent), m_window(window), m_accounts(accounts), m_preferences(preferences), m_add(window.accounts()),
      m_removal(window.accounts().workspaces()), m_leaving(window.accounts(), window)
{
    window.presentationMode().setChecked(preferences.isPresenting());
    connect(&window.presentationMode(), &QAction::toggled, &preferences, &Preferences::setPresenting);
    connect(&window, &MainWindow::reloadRequested, this, [this] { account().reload(); });
    connect(&window, &MainWindow::cancelReloadRequested, this, [this] { account().cancelReload(); });
    connect(&window, &MainWindow::signInRequested, this, [this] { account().askToSignIn(); });
    connect(&window, &MainWindow::signOutRequested, this, [this] { account().signOut(); });
    connect(&window, &MainWindow::addAccountRequested, this, &WindowController::addAccount);
    connect(&window, &MainWindow::manageAccountsRequested, this, &WindowController::manageAccounts);
    connect(&m_removal, &AccountRemoval::removed, this, &WindowController::tellRemoved);
    connect(&window, &MainWindow::closeRequested, this,
            [this] { m_leaving.guard([this] { m_window.closeForGood(); }); });
    AccountStack &stack = window.accounts();
    connect(&stack, &AccountStack::switched, this, [this] {
        if (m_isStarted)
            account().begin();
    });
    connect(&stack, &AccountStack::otherUserRequested, &m_add, &AddAccount::add);
    connect(&stack.workspaces(), &Workspaces::alreadyOpen, this, [&stack](Workspace &open) {
        stack.workspaces().setCurrent(open);
        if (open.session().state() == Session::State::Expired)
            stack.controller().askToSignIn();
        else
            stack.controller().tellAlreadyOpen();
    });
}

AccountController &WindowController::account() const
{
    return m_window.accounts().controller();
}

void WindowController::start(const QString &server, const QString &userName)
{
    m_isStarted = true;
    open(server, userName);
    if (m_preferences.restoreAll())
        m_window.accounts().beginAll();
}

// A dialog that is in use stays in front of the account that it is about.
void WindowController::startedAgain(const QString &server, const QString &userName)
{
    if (server.isEmpty() && userName.isEmpty())
        return;
    const Workspaces &workspaces = m_window.accounts().workspaces();
    Workspace *wanted = placeFor(server, userName);
    if (wanted == workspaces.current())
        return account().startAgain(server, userName);
    if (QApplication::activeModalWidget() && !account().closeUnusedDialog())
        return account().tellOtherAccountAsked(server, userName, wanted != nullptr);
    open(server, userName);
}

void WindowController::open(const QString &server, const QString &userName)
{
    Workspace *wanted = placeFor(server, userName);
    if (!wanted)
        return m_add.ask(server, userName);
    m_window.accounts().workspaces().setCurrent(*wanted);
    account().start(server, userName);
}

// The account that is asked for if it is in the list, else one with no account yet. Null: it has to be added.
Workspace *WindowController::placeFor(const QString &server, const QString &userName) const
{
    Workspace *found = find(server, userName);
    Workspace *current = m_window.accounts().workspaces().current();
    return found || !current->account().origin.isEmpty() ? found : current;
}

// Which of the open accounts is asked for.
Workspace *WindowController::find(const QString &server, const QString &userName) const
{
    Workspaces &workspaces = m_window.accounts().workspaces();
    const RequestedAccount requested = requestedAccount(m_accounts, server, userName);
    Workspace *matching = nullptr;
    for (int row = 0; row < workspaces.rowCount(); ++row) {
        Workspace &workspace = workspaces.at(row);
        const SavedAccount &account = workspace.account();
        if (account.origin.isEmpty())
            continue;
        if (requested.isKnown && account.isSameAs(requested.account))
            return &workspace;
        if (!matching && isRequested(account, m_accounts, server, userName))
            matching = &workspace;
    }
    return matching;
}

void WindowController::addAccount()
{
    if (m_window.accounts().workspace().account().origin.isEmpty())
        account().askToSignIn();
    else
        m_add.ask();
}

void WindowController::manageAccounts()
{
    auto *dialog = new AccountsDialog(m_window.accounts().workspaces(), &m_window);
    connect(dialog, &AccountsDialog::addRequested, this, [this, dialog] {
        dialog->close();
        addAccount();
    });
    connect(dialog, &AccountsDialog::removeRequested, this,
            [this, dialog](Workspace *workspace) { askToRemove(*workspace, dialog); });
    dialog->open();
}

void WindowController::askToRemove(Workspace &workspace, QWidget *dialog)
{
    const SavedAccount &account = workspace.account();
    auto *box = new QMessageBox(dialog);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Remove account"));
    //: %1 is an account.
    box->setText(tr("Remove %1 from Lanyard?").arg(accountName(account.userName, account.origin.shortText())));
    QStringList sentences{whichNamesake(m_window.accounts().workspaces(), workspace),
                          tr("You will be signed out there. The account itself stays as it is.")};
    if (workspace.hasUnsaved())
        sentences << tr("Your unsaved changes will be lost.");
    sentences.removeAll(QString());
    box->setInformativeText(sentences.join(u' '));
    box->setStandardButtons(QMessageBox::Ok | QMessageBox::Cancel);
    wordButtons(*box);
    box->button(QMessageBox::Ok)->setText(tr("&Remove"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QDialog::accepted, this, [this, asked = QPointer(&workspace)] {
        if (asked && m_window.accounts().workspaces().contains(*asked)) // an earlier removal may have ended meanwhile
            m_removal.remove(*asked);
    });
    box->open();
}

void WindowController::tellRemoved(const SignOutReport &report)
{
    const SavedAccount &account = report.account;
    const bool isWhole = !report.serviceError && !report.keychainError;
    m_window.messages().show(
        {.topic = Topic::Account,
         .level = isWhole ? Message::Level::Info : Message::Level::Warning,
         .text = tr("The account %1 was removed. %2")
                     .arg(accountName(account.userName, account.origin.shortText()), signOutText(report)),
         .isAnswer = true});
}

} // namespace lanyard

#include "moc_windowcontroller.cpp"
