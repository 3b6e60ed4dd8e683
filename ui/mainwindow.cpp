#include "ui/mainwindow.h"

#include "core/workspace/workspaces.h"
#include "ui/account/accountstack.h"
#include "ui/account/accountview.h"
#include "ui/accounts/accountmenu.h"
#include "ui/accounts/accounttext.h"
#include "ui/areakeys.h"
#include "ui/common/announce.h"
#include "ui/common/guards.h"
#include "ui/common/hiddentyping.h"
#include "ui/common/screenroom.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/look/characterwidth.h"
#include "ui/mainmenu.h"
#include "ui/sidebar.h"
#include "ui/statusline.h"

#include <QApplication>
#include <QHBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int UsualCharacters = 160;
constexpr int UsualLines = 54;
// Smaller on a smaller screen: the rest can then be scrolled to.
constexpr QSize SmallestWindow(480, 280); // pixels: it is the user's choice, also with large text

} // namespace

MainWindow::MainWindow(Workspaces &workspaces, const AccountServices &services, QWidget *parent)
    : QMainWindow(parent), m_accountMenu(new AccountMenu(workspaces, this)), m_sidebar(new Sidebar(*m_accountMenu)),
      m_accounts(new AccountStack(workspaces, services, *this)), m_status(new StatusLine),
      m_menu(new MainMenu(*m_accountMenu, m_undo))
{
    installGuards(this);
    const auto isPresenting = [&workspaces] {
        const Workspace *current = workspaces.current();
        return current && current->edits().hidden().isPresenting();
    };
    hideTypingIn(
        *this,
        [&workspaces, isPresenting](const QString &text) {
            return isPresenting() && workspaces.current()->edits().hidden().hides(text);
        },
        isPresenting);
    new AreaKeys(*this, [this] { return QWidgetList{m_sidebar} + account().areas(); });
    arrange();
    connectMenu();
    connect(m_sidebar, &Sidebar::pageSelected, this, &MainWindow::setPage);
    connect(m_sidebar, &Sidebar::pageEntered, this, [this] { account().focusPage(); });
    connect(m_sidebar, &Sidebar::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_accounts, &AccountStack::switched, this, &MainWindow::switchAccount);
    connect(m_accounts, &AccountStack::pageRequested, this, &MainWindow::setPage);
    connect(m_status, &StatusLine::cancelRequested, this, &MainWindow::cancelReloadRequested);
    connect(m_status, &StatusLine::cancelOffered, m_menu, &MainMenu::offerCancelReload);
    connect(m_accountMenu, &AccountMenu::linesChanged, this, &MainWindow::showAccounts);
    connect(m_accountMenu, &AccountMenu::beganToWait, this, [this](const QString &line) { announce(m_sidebar, line); });
    showAccounts();
    follow();
    qApp->installEventFilter(new ScreenKeeper(this));
    setMinimumSize(SmallestWindow.boundedTo(roomOnScreen(*this)));
    resize(roomForText(fontMetrics(), UsualCharacters, UsualLines).boundedTo(roomOnScreen(*this)));
}

// The accounts first, as an account destroys its pages first.
MainWindow::~MainWindow()
{
    delete m_accounts;
}

void MainWindow::arrange()
{
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addWidget(m_accounts, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
}

// From now on, the account that is shown.
void MainWindow::follow()
{
    Workspace &workspace = m_accounts->workspace();
    m_sidebar->follow(workspace); // before the window, which may give it the focus
    m_following = std::make_unique<QObject>();
    QObject *context = m_following.get();
    connect(&workspace, &Workspace::userChanged, context, [this] { showUser(); });
    connect(&workspace.edits(), &DocumentEdits::hiddenChanged, context, [this] {
        frameUser();
        refreshHiddenTyping(*this);
    });
    connect(&workspace, &Workspace::othersChanged, context, [this] { frameUser(); });
    connect(&workspace.session(), &Session::stateChanged, context, [this](Session::State state) {
        refreshMenu();
        greetAgain(state);
    });
    m_undo.addStack(workspace.edits().undoStack());
    m_undo.setActiveStack(workspace.edits().undoStack());
    m_menu->follow(account());
    m_status->follow(workspace, account().messages());
    m_isSignedIn = workspace.session().hasUser();
    m_hasEnded = workspace.session().state() == Session::State::Expired;
    frameUser();
}

// Nothing else tells a screen reader whose page this is now; then follows which one.
void MainWindow::switchAccount()
{
    announce(m_sidebar, m_accountMenu->currentLine());
    follow();
}

void MainWindow::showAccounts()
{
    m_sidebar->setAccounts(m_accountMenu->currentLine(), m_accountMenu->hasSeveral(), m_accountMenu->waitingCount());
}

AccountView &MainWindow::account() const
{
    return m_accounts->view();
}

MessageQueue &MainWindow::messages() const
{
    return account().messages();
}

QAction &MainWindow::presentationMode() const
{
    return m_menu->presentationMode();
}

void MainWindow::connectMenu()
{
    setMenuBar(m_menu);
    connect(m_menu, &MainMenu::reloadRequested, this, &MainWindow::reloadOrCancel);
    connect(m_menu, &MainMenu::signInRequested, this, &MainWindow::signInRequested);
    connect(m_menu, &MainMenu::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_accountMenu, &AccountMenu::addRequested, this, &MainWindow::addAccountRequested);
    connect(m_accountMenu, &AccountMenu::manageRequested, this, &MainWindow::manageAccountsRequested);
    connect(m_menu, &MainMenu::preferencesRequested, this, &MainWindow::preferencesRequested);
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
    connect(m_menu, &MainMenu::presentationModeChanged, m_status, &StatusLine::showPresentationMode);
    connect(m_menu, &MainMenu::pageSelected, this, [this](int page) {
        setPage(page);
        account().enterPage();
    });
    connect(m_menu, &MainMenu::diagnosticsRequested, this, &MainWindow::diagnosticsRequested);
    connect(m_menu, &MainMenu::aboutRequested, this, [this] { (new AboutDialog(this))->open(); });
}

// Around the view of the account, which itself shows what is in progress if nobody is signed in.
void MainWindow::frameUser()
{
    const User &user = m_accounts->workspace().session().user();
    setWindowTitle(user.isEmpty() ? tr("Lanyard") : tr("%1 — Lanyard").arg(accountTitle(m_accounts->workspaces())));
    // Before the first sign-in the window is empty: there is nothing in it to choose from.
    m_sidebar->setVisible(m_sidebar->hasAccount() || m_accounts->workspaces().rowCount() > 1);
    refreshMenu();
    setPage(account().page());
}

void MainWindow::refreshMenu()
{
    const Session &session = m_accounts->workspace().session();
    m_menu->setSignedIn(session.hasUser(), session.state() == Session::State::Expired);
    m_menu->setPage(session.hasUser() ? account().page() : -1);
}

void MainWindow::showUser()
{
    frameUser();
    const bool wasSignedIn = std::exchange(m_isSignedIn, m_accounts->workspace().session().hasUser());
    if (!m_isSignedIn)
        return;
    // There would be no focus, and no key would work, or it is where Qt has put it: on the first widget there is.
    if (const QWidget *focus = focusWidget(); !focus || !focus->isVisible() || !wasSignedIn)
        account().focusPage();
    if (!wasSignedIn)
        m_sidebar->greet();
}

// What the window shows is the same: nothing else tells that the session goes on.
void MainWindow::greetAgain(Session::State state)
{
    if (state == Session::State::SignedIn && std::exchange(m_hasEnded, false) && m_isSignedIn)
        m_sidebar->greet();
    else if (state != Session::State::SigningIn)
        m_hasEnded = state == Session::State::Expired;
}

void MainWindow::showClipboard(const QString &text, const QString &shortText)
{
    m_status->setClipboard(text, shortText);
}

void MainWindow::announceClipboard(const QString &text)
{
    m_status->announceClipboard(text);
}

void MainWindow::reloadOrCancel()
{
    if (m_status->offersCancel())
        Q_EMIT cancelReloadRequested();
    else
        Q_EMIT reloadRequested();
}

void MainWindow::setPage(int page)
{
    if (page < 0 || !m_accounts->workspace().session().hasUser())
        return;
    account().setPage(page);
    m_sidebar->setPage(page);
    refreshMenu();
}

QJsonObject MainWindow::placement() const
{
    QJsonObject placement = account().placement();
    placement.insert("geometry"_L1, QString::fromLatin1(saveGeometry().toBase64()));
    return placement;
}

void MainWindow::restorePlacement(const QJsonObject &placement)
{
    const auto geometry = QByteArray::fromBase64(placement.value("geometry"_L1).toString().toLatin1());
    // The screen may be smaller than before, or positioned elsewhere.
    if (restoreGeometry(geometry) && !isMaximized() && !isFullScreen()) {
        resize(size().boundedTo(roomOnScreen(*this)));
        bringOntoScreen(*this);
    }
    m_accounts->restorePlacement(placement);
}

} // namespace lanyard

#include "moc_mainwindow.cpp"
