#include "ui/mainmenu.h"

#include "ui/account/accountview.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace lanyard {

MainMenu::MainMenu(AccountView &account, QUndoStack &undo, QWidget *parent) : QMenuBar(parent)
{
    addAccountMenu();
    addEditMenu(account, undo);
    addViewMenu(account);
    addHelpMenu();
}

void MainMenu::addAccountMenu()
{
    QMenu *menu = addMenu(tr("&Account"));
    m_reload =
        menu->addAction(icon("reload"_L1), tr("&Reload"), QKeySequence(Qt::Key_F5), this, &MainMenu::reloadRequested);
    m_reload->setAutoRepeat(false); // holding F5 down would cancel the reload that it started
    menu->addSeparator();
    m_signIn = menu->addAction(tr("Sign &in…"), this, &MainMenu::signInRequested);
    m_signOut = menu->addAction(icon("signout"_L1), tr("Sign &out"), this, &MainMenu::signOutRequested);
    menu->addSeparator();
    menu->addAction(tr("&Preferences…"), this, &MainMenu::preferencesRequested);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &MainMenu::quitRequested);
}

void MainMenu::addEditMenu(AccountView &account, QUndoStack &undo)
{
    QMenu *menu = addMenu(tr("&Edit"));
    QAction *undoOne = undo.createUndoAction(this, tr("&Undo"));
    undoOne->setShortcut(QKeySequence::Undo);
    QAction *redoOne = undo.createRedoAction(this, tr("R&edo"));
    // The additional one is the Windows shortcut, which many users are accustomed to.
    redoOne->setShortcuts(QKeySequence::keyBindings(QKeySequence::Redo) << QKeySequence(Qt::CTRL | Qt::Key_Y));
    menu->addActions({undoOne, redoOne});
    menu->addSeparator();
    m_save = menu->addAction(icon("save"_L1), tr("&Save"), QKeySequence::Save, &account, &AccountView::saveRequested);
    m_review = menu->addAction(tr("Re&view…"), &account, &AccountView::reviewRequested);
    m_revert = menu->addAction(icon("revert"_L1), tr("Rever&t"), &account, &AccountView::revertRequested);
    menu->addSeparator();
    m_filter = menu->addAction(tr("&Filter"), QKeySequence::Find, &account, &AccountView::focusFilter);
}

void MainMenu::addViewMenu(AccountView &account)
{
    QMenu *menu = addMenu(tr("&View"));
    const QString names[] = {tr("&Profile"), tr("API &keys"), tr("&Settings")};
    for (int page = 0; page < AccountView::PageCount; ++page)
        menu->addAction(names[page], QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + page)), this,
                        [this, page] { Q_EMIT pageSelected(page); });
    menu->addSeparator();
    menu->addMenu(tr("S&ort API keys by"))->addActions(account.keySortActions());
    menu->addMenu(tr("So&rt settings by"))->addActions(account.settingSortActions());
    QAction *presentation = menu->addAction(tr("Presentation &mode"));
    presentation->setCheckable(true);
    connect(presentation, &QAction::toggled, &account, &AccountView::setPresentationMode);
}

void MainMenu::addHelpMenu()
{
    QMenu *menu = addMenu(tr("&Help"));
    menu->addAction(tr("Copy &diagnostics"), this, &MainMenu::diagnosticsRequested);
    menu->addAction(tr("&About Lanyard"), this, &MainMenu::aboutRequested);
}

void MainMenu::setSignedIn(bool isSignedIn)
{
    for (QAction *action : {m_reload, m_signOut, m_save, m_revert, m_review})
        action->setEnabled(isSignedIn);
    m_signIn->setEnabled(!isSignedIn);
}

void MainMenu::offerSignIn()
{
    m_signIn->setEnabled(true);
}

void MainMenu::offerCancelReload(bool isOffered)
{
    m_reload->setText(isOffered ? tr("Cancel &reloading") : tr("&Reload"));
}

void MainMenu::setFilterEnabled(bool isEnabled)
{
    m_filter->setEnabled(isEnabled);
}

} // namespace lanyard

#include "moc_mainmenu.cpp"
