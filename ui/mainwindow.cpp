#include "ui/mainwindow.h"

#include "core/base/text.h"
#include "core/workspace/workspace.h"
#include "ui/account/accountview.h"
#include "ui/common/announce.h"
#include "ui/common/rowmenu.h"
#include "ui/common/screenroom.h"
#include "ui/common/wheelguard.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/mainmenu.h"
#include "ui/sidebar.h"
#include "ui/statusline.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr QSize UsualWindow(1080, 760);
// Smaller on a smaller screen: the rest can then be scrolled to.
constexpr QSize SmallestWindow(480, 280);

QFrame *verticalLine()
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

MainWindow::MainWindow(Workspace &workspace, QWidget *parent)
    : QMainWindow(parent), m_sidebar(new Sidebar), m_accounts(new QStackedWidget),
      m_account(new AccountView(workspace)), m_status(new StatusLine(workspace)),
      m_menu(new MainMenu(*m_account, *workspace.edits().undoStack()))
{
    qApp->installEventFilter(new WheelGuard(this));
    qApp->installEventFilter(new MenuKey(this));
    arrange();
    connectMenu();
    connect(m_sidebar, &Sidebar::pageSelected, this, &MainWindow::setPage);
    connect(m_sidebar, &Sidebar::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_account, &AccountView::pageRequested, this, &MainWindow::setPage);
    connect(m_account, &AccountView::signInRequested, this, &MainWindow::signInRequested);
    connect(m_status, &StatusLine::cancelRequested, this, &MainWindow::cancelReloadRequested);
    connect(m_status, &StatusLine::cancelOffered, m_menu, &MainMenu::offerCancelReload);
    follow(workspace);
    qApp->installEventFilter(new ScreenKeeper(this));
    setMinimumSize(SmallestWindow.boundedTo(roomOnScreen(*this)));
    resize(UsualWindow.boundedTo(roomOnScreen(*this)));
    showSignedOut(false);
}

// The accounts first, as an account destroys its pages first.
MainWindow::~MainWindow()
{
    delete m_accounts;
}

void MainWindow::arrange()
{
    m_accounts->addWidget(m_account);
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addWidget(verticalLine());
    layout->addWidget(m_accounts, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
}

void MainWindow::follow(Workspace &workspace)
{
    connect(&workspace, &Workspace::userChanged, this, [this, &workspace] {
        const Session &session = workspace.session();
        showUser(session.user(), session.account().origin.shortText());
        setReloading(false);
    });
    // A save does its own read.
    connect(&workspace.saver(), &Saver::started, this, [this] { setReloading(false); });
    const DocumentEdits &edits = workspace.edits();
    const auto mark = [this, &edits] { markChanges(edits); };
    connect(&edits, &DocumentEdits::changed, this, mark);
    connect(&edits, &DocumentEdits::reloaded, this, mark);
}

Messages &MainWindow::messages() const
{
    return m_account->messages();
}

void MainWindow::connectMenu()
{
    setMenuBar(m_menu);
    connect(m_menu, &MainMenu::reloadRequested, this, &MainWindow::reloadOrCancel);
    connect(m_menu, &MainMenu::signInRequested, this, &MainWindow::signInRequested);
    connect(m_menu, &MainMenu::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_menu, &MainMenu::preferencesRequested, this, &MainWindow::preferencesRequested);
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
    connect(m_menu, &MainMenu::pageSelected, this, &MainWindow::setPage);
    connect(m_menu, &MainMenu::diagnosticsRequested, this, &MainWindow::diagnosticsRequested);
    connect(m_menu, &MainMenu::aboutRequested, this, [this] { (new AboutDialog(this))->open(); });
}

void MainWindow::showUser(const User &user, const QString &server)
{
    const bool present = !user.isEmpty();
    m_sidebar->setUser(user, server);
    m_sidebar->setKeyCount(user.hasApiKeys() ? user.apiKeys().size() : -1);
    setWindowTitle(present ? tr("%1 — Lanyard").arg(visibleText(user.displayName(), false, 100)) : tr("Lanyard"));
    m_menu->setSignedIn(present);
    m_isSignedIn = present;
    if (!present)
        return showWaiting(tr("You are signed out."), true);
    setPage(m_page);
    // After startup and after a sign-in there would be no focus, and no key would work.
    if (const QWidget *focus = focusWidget(); !focus || !focus->isVisible())
        m_sidebar->setFocus();
}

void MainWindow::showSignedOut(bool isAsking)
{
    showUser({}, {});
    if (isAsking)
        showWaiting({}, false);
}

void MainWindow::showWaiting(const QString &text, bool offerSignIn)
{
    m_account->showWaiting(text, offerSignIn);
    m_menu->setFilterEnabled(false);
}

void MainWindow::markChanges(const DocumentEdits &edits)
{
    const QList<Path> fields = edits.changedPlaces() + edits.misfits();
    const auto isSetting = [](const Path &path) { return path.isSetting(); };
    m_sidebar->setChanged(Sidebar::Profile, !std::all_of(fields.begin(), fields.end(), isSetting));
    m_sidebar->setChanged(Sidebar::Settings, std::any_of(fields.begin(), fields.end(), isSetting));
}

void MainWindow::showClipboard(const QString &text)
{
    m_status->setClipboard(text);
}

void MainWindow::announceClipboard(const QString &text)
{
    announce(m_status, text);
}

void MainWindow::offerSignIn()
{
    m_menu->offerSignIn();
}

void MainWindow::setReloading(bool reloading)
{
    m_status->setReloading(reloading);
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
    if (page < 0 || !m_isSignedIn)
        return;
    m_page = page;
    m_account->setPage(page);
    m_sidebar->setPage(page);
    m_menu->setFilterEnabled(page != Sidebar::Profile);
}

QJsonObject MainWindow::placement() const
{
    QJsonObject placement = m_account->columns();
    placement.insert("geometry"_L1, QString::fromLatin1(saveGeometry().toBase64()));
    placement.insert("page"_L1, m_page);
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
    m_account->restoreColumns(placement);
    m_page = qBound(0, placement.value("page"_L1).toInt(), static_cast<int>(Sidebar::PageCount) - 1);
}

void MainWindow::closeForGood()
{
    m_closing = true;
    close();
}

// Keys that the focused widget does not use arrive here.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) && m_status->offersCancel())
        Q_EMIT cancelReloadRequested();
    else
        QMainWindow::keyPressEvent(event);
}

// In characters, so that large text on a wide screen counts as narrow too.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    constexpr int narrowInCharacters = 110;
    m_sidebar->setCompact(width() < fontMetrics().averageCharWidth() * narrowInCharacters);
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_closing);
    if (!m_closing)
        // After this event: Qt ignores a close() inside the close() that led here.
        QMetaObject::invokeMethod(this, &MainWindow::closeRequested, Qt::QueuedConnection);
}

} // namespace lanyard

#include "moc_mainwindow.cpp"
