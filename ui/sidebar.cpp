#include "ui/sidebar.h"

#include "core/document/initials.h"
#include "core/document/user.h"
#include "core/models/picture.h"
#include "core/workspace/workspace.h"
#include "ui/accounts/accountsbutton.h"
#include "ui/common/announce.h"
#include "ui/common/followselection.h"
#include "ui/common/steadytable.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"
#include "ui/look/outlines.h"
#include "ui/look/spacing.h"
#include "ui/pagedelegate.h"

#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int WidthInCharacters = 34;
constexpr int CompactWidthInCharacters = 13;
constexpr int LinesOfLowSidebar = 11;

QLatin1StringView iconOf(int page)
{
    return page == Sidebar::Profile ? "profile"_L1 : page == Sidebar::ApiKeys ? "key"_L1 : "settings"_L1;
}

} // namespace

Sidebar::Sidebar(QMenu &accounts, QWidget *parent)
    : QWidget(parent), m_accounts(new AccountsButton(accounts)), m_pages(new Steady<QListWidget>),
      m_rows(new PageDelegate(m_pages)), m_signOut(new QPushButton(tr("Sign out")))
{
    setFocusProxy(m_pages);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setItemDelegate(m_rows);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->viewport()->setAutoFillBackground(false);
    m_pages->viewport()->setAttribute(Qt::WA_Hover);
    for (int page = 0; page < PageCount; ++page) {
        m_pages->addItem(new QListWidgetItem(icon(iconOf(page)), QString()));
        refreshPage(page);
    }
    m_signOut->setAutoDefault(false);
    m_signOut->setMinimumHeight(targetSide());
    m_signOut->setAccessibleName(m_signOut->text());

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space(Space::Small));
    layout->addWidget(m_accounts);
    layout->addSpacing(space(Space::Medium));
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_signOut);
    setCompact(false);
    makeSelectedCurrent(*m_pages);
    leadIntoPages();
    connect(m_pages, &QListWidget::currentRowChanged, this, &Sidebar::pageSelected);
    connect(m_signOut, &QPushButton::clicked, this, &Sidebar::signOutRequested);
}

// The arrows up and down only show a page. As into a branch of a tree, Right leads into it; in mirrored windows Left.
void Sidebar::leadIntoPages()
{
    const Qt::Key inwards = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, inwards})
        connect(new QShortcut(key, m_pages, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
                &Sidebar::pageEntered);
}

void Sidebar::follow(const Workspace &workspace)
{
    m_workspace = &workspace;
    m_following = std::make_unique<QObject>();
    QObject *context = m_following.get();
    connect(&workspace, &Workspace::userChanged, context, [this] { showUser(); });
    connect(&workspace.edits(), &DocumentEdits::changed, context, [this] { markChanges(); });
    connect(&workspace.edits(), &DocumentEdits::reloaded, context, [this] { markChanges(); });
    connect(&workspace.edits(), &DocumentEdits::hiddenChanged, context, [this] { showUser(); });
    connect(&workspace, &Workspace::othersChanged, context, [this] { showUser(); });
    m_greets = false;
    showUser();
    markChanges();
}

// Behind a dialog, the focus comes with the window.
void Sidebar::greet()
{
    m_greets = !isActiveWindow();
    const User &user = m_workspace->session().user();
    if (!m_greets && !user.isEmpty())
        announceAfterFocus(m_pages, tr("Signed in as %1. %2.", "the name of a user and of a page")
                                        .arg(m_workspace->edits().hidden().shownName(user.displayName()),
                                             m_pages->currentItem()->data(Qt::AccessibleTextRole).toString()));
}

bool Sidebar::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_greets)
        greet();
    return QWidget::event(event);
}

void Sidebar::showUser()
{
    const User &user = m_workspace->session().user();
    const auto picture = decodePicture(user.value("image"_L1).toString());
    // Whose account it is can also be seen while nobody is signed in to it.
    const SavedAccount &account = m_workspace->account();
    const QString &known = account.displayName();
    const QString userName = user.isEmpty() ? account.userName : user.userName();
    const HiddenSecrets &hidden = m_workspace->edits().hidden();
    m_accounts->setUser(hidden.shownName(user.isEmpty() ? known : user.displayName()), hidden.shownName(userName),
                        account.origin.isEmpty() ? QString() : account.origin.shortText());
    m_accounts->setPicture(picture ? picture->image : QImage(),
                           user.isEmpty() ? initialsOf(known, userName) : initialsOf(user), userName);
    refreshIdentity();
    m_signOut->setEnabled(!user.isEmpty());
    m_pages->setEnabled(!user.isEmpty());
    // By the model: the user would read each key again, at every switch of the account.
    m_keyCount = user.hasApiKeys() ? m_workspace->apiKeys().rowCount() : -1;
    refreshPage(ApiKeys);
}

bool Sidebar::hasAccount() const
{
    const SavedAccount &account = m_workspace->account();
    return m_workspace->session().hasUser() || !account.userName.isEmpty() || !account.fullName.isEmpty();
}

// Where the list has not got the focus, it does not tell that itself.
void Sidebar::setPage(int page)
{
    const int before = m_pages->currentRow();
    m_pages->setCurrentRow(page);
    if (before >= 0 && before != page && !m_pages->hasFocus())
        announce(m_pages, m_pages->currentItem()->data(Qt::AccessibleTextRole).toString());
}

void Sidebar::setAccounts(const QString &current, bool hasOthers, int waitingCount)
{
    m_accounts->setHasOthers(hasOthers);
    m_accounts->setLine(current);
    m_accounts->setWaitingCount(waitingCount);
    refreshIdentity();
}

void Sidebar::markChanges()
{
    const QList<Path> places = m_workspace->edits().unsavedPlaces();
    const auto isSetting = [](const Path &path) { return path.isSetting(); };
    m_changed[Profile] = !std::all_of(places.begin(), places.end(), isSetting);
    m_changed[Settings] = std::any_of(places.begin(), places.end(), isSetting);
    refreshPage(Profile);
    refreshPage(Settings);
}

void Sidebar::setCompact(bool compact)
{
    m_compact = compact;
    setFixedWidth(characterWidth(fontMetrics()) * (compact ? CompactWidthInCharacters : WidthInCharacters));
    const int sides = space(compact ? Space::Small : Space::Medium);
    const int ends = space(m_rows->isLow() ? Space::Small : compact ? Space::Medium : Space::Large);
    layout()->setContentsMargins(sides, ends, sides, ends);
    const int room = width() - 2 * sides - 2 * space(Space::Medium);
    const bool isWord = m_signOut->fontMetrics().horizontalAdvance(tr("Sign out")) <= room;
    m_signOut->setText(isWord ? tr("Sign out") : QString());
    m_signOut->setIcon(isWord ? QIcon() : icon("signout"_L1));
    m_signOut->setToolTip(isWord ? QString() : tr("Sign out"));
    refreshIdentity();
    for (int page = 0; page < PageCount; ++page)
        refreshPage(page);
}

void Sidebar::refreshIdentity()
{
    m_accounts->setCompact(m_compact);
    m_accounts->fitInto(roomForIdentity());
}

// The pages and the sign-out button take precedence.
QSize Sidebar::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const int pages = m_pages->minimumSizeHint().height() + layout()->spacing();
    const int buttons = m_accounts->minimumSizeHint().height() + m_signOut->minimumSizeHint().height();
    return {minimumWidth(), margins.top() + pages + buttons + margins.bottom()};
}

int Sidebar::roomForIdentity() const
{
    const int pages = m_pages->sizeHintForRow(0) * PageCount - m_pages->minimumSizeHint().height();
    const int between = 2 * layout()->spacing() + space(Space::Medium);
    return height() - minimumSizeHint().height() - pages - between + m_accounts->minimumSizeHint().height();
}

// In a low one all pages are in sight, and whose they are.
void Sidebar::resizeEvent(QResizeEvent *event)
{
    if (const bool isLow = height() < LinesOfLowSidebar * fontMetrics().lineSpacing(); isLow != m_rows->isLow()) {
        m_rows->setLow(isLow);
        m_pages->doItemsLayout();
        setCompact(m_compact);
    }
    refreshIdentity();
    QWidget::resizeEvent(event);
}

// The line between it and the page.
void Sidebar::paintEvent(QPaintEvent * /*event*/)
{
    const QRect line = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height()));
    QPainter(this).fillRect(line, separatorColour(palette()));
}

void Sidebar::refreshPage(int page)
{
    const QString names[] = {tr("Profile"), tr("API keys"), tr("Settings")};
    QListWidgetItem *item = m_pages->item(page);
    item->setText(m_compact ? QString() : names[page]);
    item->setToolTip(m_compact ? names[page] : QString());
    const bool isCounted = page == ApiKeys && m_keyCount >= 0 && !m_compact;
    const QString count = isCounted ? QString::number(m_keyCount) : QString();
    item->setData(PageDelegate::RemarkRole, m_changed[page] ? u"●"_s : count);
    item->setData(Qt::AccessibleTextRole, m_changed[page] ? tr("%1, changed").arg(names[page]) : names[page]);
}

} // namespace lanyard

#include "moc_sidebar.cpp"
