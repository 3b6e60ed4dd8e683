#include "ui/mainmenu.h"

#include "ui/account/accountview.h"
#include "ui/common/undokeys.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/keysofnomenu.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QUndoGroup>

namespace lanyard {

MainMenu::MainMenu(QMenu &accounts, const QUndoGroup &undo, QWidget *parent) : QMenuBar(parent)
{
    QCoreApplication::setAttribute(Qt::AA_DontShowIconsInMenus); // some entries have none: in none, then
    addAccountMenu(accounts);
    addEditMenu(undo);
    addViewMenu();
    addHelpMenu();
    // As in GNOME and on Windows; Qt knows Alt alone.
    connect(new QShortcut(Qt::Key_F10, this), &QShortcut::activated, this,
            [this] { setActiveAction(actions().first()); });
    QAccessible::installActivationObserver(this);
}

MainMenu::~MainMenu()
{
    QAccessible::removeActivationObserver(this);
}

void MainMenu::addAccountMenu(QMenu &accounts)
{
    QMenu *menu = addMenu(tr("&Account"));
    menu->addMenu(&accounts);
    m_signIn = menu->addAction(tr("Sign &in…"), this, &MainMenu::signInRequested);
    menu->addSeparator();
    m_reload = menu->addAction(tr("&Reload"), QKeySequence(Qt::Key_F5), this, &MainMenu::reloadRequested);
    m_reload->setAutoRepeat(false); // holding F5 down would cancel the reload that it started
    m_export = menu->addAction(tr("&Export profile…"));
    menu->addSeparator();
    const QKeySequence preferencesKey(Qt::CTRL | Qt::Key_Comma); // QKeySequence::Preferences is empty on many desktops
    menu->addAction(tr("&Preferences…"), preferencesKey, this, &MainMenu::preferencesRequested);
    menu->addSeparator();
    m_signOut = menu->addAction(tr("Sign &out"), this, &MainMenu::signOutRequested);
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &MainMenu::quitRequested);
}

void MainMenu::addEditMenu(const QUndoGroup &undo)
{
    QMenu *menu = addMenu(tr("&Edit"));
    QAction *undoOne = undo.createUndoAction(this, tr("&Undo"));
    undoOne->setShortcut(QKeySequence::Undo);
    QAction *redoOne = undo.createRedoAction(this, tr("R&edo"));
    redoOne->setShortcuts(redoKeys());
    menu->addActions({undoOne, redoOne});
    menu->addSeparator();
    m_save = menu->addAction(tr("&Save"));
    m_save->setShortcut(QKeySequence::Save);
    m_nothingToSave = new QShortcut(QKeySequence::Save, this);
    connect(m_nothingToSave, &QShortcut::activated, this, [this] { m_account->tellSaveState(); });
    m_review = menu->addAction(tr("Re&view…"));
    m_revert = menu->addAction(tr("D&iscard changes"));
    menu->addSeparator();
    // Only shown as its key: in the list it copies the key, and in a field what is selected there.
    m_copyKey = menu->addAction(tr("&Copy key"));
    m_copyKey->setShortcut(QKeySequence::Copy);
    m_copyKey->setShortcutContext(Qt::WidgetShortcut);
    m_copyKey->setEnabled(false);
    menu->addSeparator();
    m_filter = menu->addAction(tr("&Filter"));
    m_filter->setShortcut(QKeySequence::Find);
    m_findKey = menu->addAction(tr("&Which key is this?"));
}

void MainMenu::addViewMenu()
{
    QMenu *menu = addMenu(tr("&View"));
    connect(menu, &QMenu::aboutToShow, this, &MainMenu::fillLists);
    const QString names[] = {tr("&Profile"), tr("API &keys"), tr("&Settings")};
    for (int page = 0; page < AccountView::PageCount; ++page)
        menu->addAction(names[page], QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + page)), this, [this, page] {
            Q_EMIT pageSelected(page);
            if (hasFocus() && m_account) // who works by keys wanted the page
                m_account->focusPage();
        });
    menu->addSeparator();
    m_sortKeys = menu->addMenu(tr("S&ort API keys by"));
    m_keyColumns = menu->addMenu(tr("API key &columns"));
    m_sortSettings = menu->addMenu(tr("So&rt settings by"));
    menu->addSeparator();
    m_presentation = menu->addAction(tr("Presentation &mode"));
    m_presentation->setCheckable(true);
    connect(m_presentation, &QAction::toggled, this, &MainMenu::presentationModeChanged);
}

void MainMenu::follow(AccountView &account)
{
    for (QAction *action : {m_export, m_findKey, m_save, m_review, m_revert, m_copyKey, m_filter, m_presentation}) {
        if (m_account)
            action->disconnect(m_account);
    }
    if (m_account)
        m_account->disconnect(this);
    m_account = &account;
    connect(&account, &AccountView::offersChanged, this, &MainMenu::showOffers);
    showOffers();
    connect(m_export, &QAction::triggered, &account, &AccountView::exportProfile);
    connect(m_findKey, &QAction::triggered, &account, &AccountView::findKey);
    connect(m_save, &QAction::triggered, &account, &AccountView::saveRequested);
    connect(m_review, &QAction::triggered, &account, &AccountView::reviewRequested);
    connect(m_revert, &QAction::triggered, &account, &AccountView::revertRequested);
    connect(m_copyKey, &QAction::triggered, &account, &AccountView::copyKey);
    connect(m_filter, &QAction::triggered, &account, &AccountView::focusFilter);
    connect(m_presentation, &QAction::toggled, &account, &AccountView::setPresentationMode);
    account.setPresentationMode(m_presentation->isChecked());
    for (QMenu *menu : {m_sortKeys, m_keyColumns, m_sortSettings})
        menu->clear();
    if (QAccessible::isActive())
        fillLists();
}

// It reads the menus closed.
void MainMenu::accessibilityActiveChanged(bool active)
{
    if (active)
        fillLists();
}

// When the menu opens: they belong to pages that may not be made yet.
void MainMenu::fillLists()
{
    if (!m_account || !m_sortKeys->isEmpty())
        return;
    m_sortKeys->addActions(m_account->keySortActions());
    m_keyColumns->addActions(m_account->keyColumnActions());
    m_sortSettings->addActions(m_account->settingSortActions());
}

void MainMenu::addHelpMenu()
{
    QMenu *menu = addMenu(tr("&Help"));
    QAction *shortcuts = menu->addAction(tr("&Keyboard shortcuts"), this,
                                         [this] { (new ShortcutsDialog(*this, keysOfNoMenu(), window()))->open(); });
    shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Question)});
    menu->addSeparator();
    menu->addAction(tr("Copy &diagnostics"), this, &MainMenu::diagnosticsRequested);
    menu->addSeparator();
    menu->addAction(tr("&About Lanyard"), this, &MainMenu::aboutRequested);
}

void MainMenu::setSignedIn(bool isSignedIn, bool isExpired)
{
    for (QAction *action : {m_reload, m_export, m_findKey, m_signOut})
        action->setEnabled(isSignedIn);
    m_signIn->setEnabled(!isSignedIn || isExpired);
    m_isSignedIn = isSignedIn;
    showOffers();
}

// At once, not when the menu opens: Ctrl+S is one of them, and assistive technology reads the menu closed.
void MainMenu::showOffers()
{
    m_save->setEnabled(m_isSignedIn && m_account && m_account->canSave());
    m_nothingToSave->setEnabled(m_isSignedIn && m_account && !m_save->isEnabled()); // its key says why
    m_review->setEnabled(m_isSignedIn && m_account && m_account->canReview());
    m_revert->setEnabled(m_isSignedIn && m_account && m_account->canRevert());
}

// Opened by its letter while the bar has the focus, as it has after Escape in a menu, Qt would take the bar for where
// the focus was, and leave it there for good. So the focus goes back first, as by Escape in the bar.
bool MainMenu::event(QEvent *event)
{
    if (event->type() == QEvent::Shortcut && hasFocus()) {
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        keyPressEvent(&escape);
    }
    return QMenuBar::event(event);
}

void MainMenu::offerCancelReload(bool isOffered)
{
    m_reload->setText(isOffered ? tr("Cancel &reloading") : tr("&Reload"));
}

void MainMenu::setPage(int page)
{
    m_filter->setEnabled(page == AccountView::ApiKeys || page == AccountView::Settings);
    m_copyKey->setEnabled(page == AccountView::ApiKeys);
}

} // namespace lanyard

#include "moc_mainmenu.cpp"
