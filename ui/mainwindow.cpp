#include "ui/mainwindow.h"

#include "core/base/text.h"
#include "core/document/change.h"
#include "core/document/user.h"
#include "core/workspace/workspace.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/pagearea.h"
#include "ui/common/rowmenu.h"
#include "ui/common/savebar.h"
#include "ui/common/screenroom.h"
#include "ui/common/wheelguard.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/profile/profilepage.h"
#include "ui/settings/settingspage.h"
#include "ui/sidebar.h"
#include "ui/statusline.h"
#include "ui/waitingpage.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QUndoStack>

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
    : QMainWindow(parent), m_sidebar(new Sidebar), m_messages(new Messages(this)),
      m_messageBar(new MessageBar(*m_messages)), m_pages(new QStackedWidget),
      m_profile(new ProfilePage(workspace.profile())), m_apiKeys(new ApiKeysPage(workspace.apiKeys())),
      m_settings(new SettingsPage(workspace.settings())), m_waiting(new WaitingPage), m_saveBar(new SaveBar),
      m_status(new StatusLine)
{
    qApp->installEventFilter(new WheelGuard(this));
    qApp->installEventFilter(new MenuKey(this));
    arrange();
    addMenus();
    connect(m_sidebar, &Sidebar::pageSelected, this, &MainWindow::setPage);
    connect(m_sidebar, &Sidebar::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_saveBar, &SaveBar::saveRequested, this, &MainWindow::saveRequested);
    connect(m_settings, &SettingsPage::typingChanged, m_saveBar, &SaveBar::setTyping);
    connect(m_saveBar, &SaveBar::reviewRequested, this, &MainWindow::reviewRequested);
    connect(m_saveBar, &SaveBar::revertRequested, this, &MainWindow::revertRequested);
    connect(m_status, &StatusLine::cancelRequested, this, &MainWindow::cancelReloadRequested);
    connect(m_status, &StatusLine::cancelOffered, this,
            [this](bool isOffered) { m_reload->setText(isOffered ? tr("Cancel &reloading") : tr("&Reload")); });
    connect(m_waiting, &WaitingPage::signInRequested, this, &MainWindow::signInRequested);
    qApp->installEventFilter(new ScreenKeeper(this));
    setMinimumSize(SmallestWindow.boundedTo(roomOnScreen(*this)));
    resize(UsualWindow.boundedTo(roomOnScreen(*this)));
    showUser({}, {});
}

void MainWindow::arrange()
{
    m_pages->addWidget(m_profile);
    for (QWidget *page :
         {static_cast<QWidget *>(m_apiKeys), static_cast<QWidget *>(m_settings), static_cast<QWidget *>(m_waiting)})
        m_pages->addWidget(new PageArea(page));
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    auto *messages = new QVBoxLayout;
    messages->setContentsMargins(16, 8, 16, 0);
    messages->addWidget(m_messageBar);
    right->addLayout(messages);
    right->addWidget(m_pages, 1);
    right->addWidget(m_saveBar);
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addWidget(verticalLine());
    layout->addLayout(right, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
}

void MainWindow::addMenus()
{
    QMenu *account = menuBar()->addMenu(tr("&Account"));
    m_reload = account->addAction(icon("reload"_L1), tr("&Reload"), QKeySequence(Qt::Key_F5), this,
                                  &MainWindow::reloadOrCancel);
    m_reload->setAutoRepeat(false); // holding F5 down would cancel the reload that it started
    account->addSeparator();
    m_signIn = account->addAction(tr("Sign &in…"), this, &MainWindow::signInRequested);
    m_signOut = account->addAction(icon("signout"_L1), tr("Sign &out"), this, &MainWindow::signOutRequested);
    account->addSeparator();
    account->addAction(tr("&Preferences…"), this, &MainWindow::preferencesRequested);
    account->addSeparator();
    account->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);

    m_edit = menuBar()->addMenu(tr("&Edit"));
    m_save = m_edit->addAction(icon("save"_L1), tr("&Save"), QKeySequence::Save, this, &MainWindow::saveRequested);
    m_review = m_edit->addAction(tr("Re&view…"), this, &MainWindow::reviewRequested);
    m_revert = m_edit->addAction(icon("revert"_L1), tr("Rever&t"), this, &MainWindow::revertRequested);
    m_edit->addSeparator();
    m_filter = m_edit->addAction(tr("&Filter"), QKeySequence::Find, this, &MainWindow::focusFilter);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    const QString names[] = {tr("&Profile"), tr("API &keys"), tr("&Settings")};
    for (int page = 0; page < Sidebar::PageCount; ++page)
        view->addAction(names[page], QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + page)), this,
                        [this, page] { setPage(page); });
    view->addSeparator();
    view->addMenu(tr("S&ort API keys by"))->addActions(m_apiKeys->sortActions());
    view->addMenu(tr("So&rt settings by"))->addActions(m_settings->sortActions());
    QAction *presentation = view->addAction(tr("Presentation &mode"));
    presentation->setCheckable(true);
    connect(presentation, &QAction::toggled, m_apiKeys, &ApiKeysPage::setPresentationMode);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("Copy &diagnostics"), this, &MainWindow::diagnosticsRequested);
    help->addAction(tr("&About Lanyard"), this, &MainWindow::showAbout);
}

void MainWindow::showUser(const User &user, const QString &server)
{
    const bool present = !user.isEmpty();
    m_sidebar->setUser(user, server);
    m_sidebar->setKeyCount(user.hasApiKeys() ? user.apiKeys().size() : -1);
    setWindowTitle(present ? tr("%1 — Lanyard").arg(visibleText(user.displayName(), false, 100)) : tr("Lanyard"));
    for (QAction *action : {m_reload, m_signOut, m_save, m_revert, m_review})
        action->setEnabled(present);
    m_signIn->setEnabled(!present);
    if (present) {
        setPage(m_page);
        // After startup and after a sign-in there would be no focus, and no key would work.
        if (const QWidget *focus = focusWidget(); !focus || !focus->isVisible())
            m_sidebar->setFocus();
    } else
        showWaiting(tr("You are signed out."), true);
}

void MainWindow::showWaiting(const QString &text, bool offerSignIn)
{
    m_waiting->show(text, offerSignIn);
    m_pages->setCurrentIndex(Sidebar::PageCount); // after the others
    m_filter->setEnabled(false);
    m_saveBar->hide();
}

void MainWindow::setUndoStack(QUndoStack *stack)
{
    QAction *undo = stack->createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = stack->createRedoAction(this, tr("R&edo"));
    // The additional one is the Windows shortcut, which many users are accustomed to.
    redo->setShortcuts(QKeySequence::keyBindings(QKeySequence::Redo) << QKeySequence(Qt::CTRL | Qt::Key_Y));
    m_edit->insertActions(m_save, {undo, redo});
    m_edit->insertSeparator(m_save);
}

void MainWindow::showPlace(const Path &path)
{
    if (path.isSetting()) {
        setPage(Sidebar::Settings);
        m_settings->focusSetting(path.settingId());
    } else {
        setPage(Sidebar::Profile);
        m_profile->focusField(path.fieldKey());
    }
}

void MainWindow::offerSignIn()
{
    m_signIn->setEnabled(true);
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
    if (page < 0 || !m_signOut->isEnabled())
        return;
    m_page = page;
    m_pages->setCurrentIndex(page);
    m_sidebar->setPage(page);
    m_filter->setEnabled(page != Sidebar::Profile);
    m_saveBar->setVisible(page != Sidebar::ApiKeys || m_saveBar->hasUnsaved());
}

bool MainWindow::commitEdits()
{
    m_settings->commitEditor();
    m_profile->finishEdits();
    if (m_profile->focusProblem()) {
        setPage(Sidebar::Profile);
        return false;
    }
    if (!m_settings->hasProblem())
        return true;
    setPage(Sidebar::Settings);
    m_settings->focusProblem();
    return false;
}

void MainWindow::focusFilter()
{
    if (m_page == Sidebar::Settings)
        m_settings->focusFilter();
    else if (m_page == Sidebar::ApiKeys)
        m_apiKeys->focusFilter();
}

void MainWindow::showAbout()
{
    (new AboutDialog(this))->open();
}

QJsonObject MainWindow::placement() const
{
    return {{u"geometry"_s, QString::fromLatin1(saveGeometry().toBase64())},
            {u"page"_s, m_page},
            {u"columns"_s, QString::fromLatin1(m_apiKeys->columnState().toBase64())},
            {u"settingsColumns"_s, QString::fromLatin1(m_settings->columnState().toBase64())}};
}

void MainWindow::restorePlacement(const QJsonObject &placement)
{
    const auto bytes = [&placement](QStringView key) {
        return QByteArray::fromBase64(placement.value(key).toString().toLatin1());
    };
    // The screen may be smaller than before, or positioned elsewhere.
    if (restoreGeometry(bytes(u"geometry")) && !isMaximized() && !isFullScreen()) {
        resize(size().boundedTo(roomOnScreen(*this)));
        bringOntoScreen(*this);
    }
    m_apiKeys->restoreColumnState(bytes(u"columns"));
    m_settings->restoreColumnState(bytes(u"settingsColumns"));
    m_page = qBound(0, placement.value(u"page").toInt(), static_cast<int>(Sidebar::PageCount) - 1);
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
    m_messageBar->fitWindow();
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
