#include "ui/sidebar.h"

#include "core/document/user.h"
#include "core/models/picture.h"
#include "core/workspace/workspace.h"
#include "ui/accounts/accountsbutton.h"
#include "ui/common/followselection.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int WidthInCharacters = 30;
constexpr int CompactWidth = 76;

QLatin1StringView iconOf(int page)
{
    return page == Sidebar::Profile ? "profile"_L1 : page == Sidebar::ApiKeys ? "key"_L1 : "settings"_L1;
}

} // namespace

Sidebar::Sidebar(QMenu &accounts, QWidget *parent)
    : QWidget(parent), m_accounts(new AccountsButton(accounts)), m_pages(new QListWidget),
      m_signOut(new QPushButton(tr("Sign out")))
{
    setFocusProxy(m_pages);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setIconSize(QSize(18, 18));
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->viewport()->setAutoFillBackground(false);
    for (int page = 0; page < PageCount; ++page) {
        auto *item = new QListWidgetItem(icon(iconOf(page)), QString());
        item->setSizeHint(QSize(0, m_pages->fontMetrics().height() + 18));
        m_pages->addItem(item);
        refreshPage(page);
    }
    m_signOut->setIcon(icon("signout"_L1));
    m_signOut->setAutoDefault(false);
    m_signOut->setAccessibleName(m_signOut->text());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(4);
    layout->addWidget(m_accounts);
    layout->addSpacing(8);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_signOut);
    setCompact(false);
    makeSelectedCurrent(*m_pages);
    connect(m_pages, &QListWidget::currentRowChanged, this, &Sidebar::pageSelected);
    connect(m_signOut, &QPushButton::clicked, this, &Sidebar::signOutRequested);
}

void Sidebar::follow(const Workspace &workspace)
{
    m_workspace = &workspace;
    m_following = std::make_unique<QObject>();
    QObject *context = m_following.get();
    connect(&workspace, &Workspace::userChanged, context, [this] { showUser(); });
    connect(&workspace.edits(), &DocumentEdits::changed, context, [this] { markChanges(); });
    connect(&workspace.edits(), &DocumentEdits::reloaded, context, [this] { markChanges(); });
    showUser();
    markChanges();
}

void Sidebar::showUser()
{
    const User &user = m_workspace->session().user();
    const auto picture = decodePicture(user.document().value("image"_L1).toString());
    // Whose account it is can also be seen while nobody is signed in to it.
    const SavedAccount &account = m_workspace->account();
    const QString known = account.fullName.isEmpty() ? account.userName : account.fullName;
    m_accounts->setUser(
        user.isEmpty() ? known : user.displayName(), user.isEmpty() ? account.userName : user.userName(),
        account.origin.isEmpty() ? QString() : account.origin.shortText(), picture ? picture->image : QImage());
    refreshIdentity();
    m_signOut->setEnabled(!user.isEmpty());
    m_pages->setEnabled(!user.isEmpty());
    // By the model: the user would read each key again, at every switch of the account.
    m_keyCount = user.hasApiKeys() ? m_workspace->apiKeys().rowCount() : -1;
    refreshPage(ApiKeys);
}

void Sidebar::setPage(int page)
{
    m_pages->setCurrentRow(page);
}

void Sidebar::setAccounts(const QString &current, int waitingCount)
{
    m_accounts->setLine(current);
    m_accounts->setWaitingCount(waitingCount);
    refreshIdentity();
}

void Sidebar::markChanges()
{
    const QList<Path> places = m_workspace->edits().changedPlaces() + m_workspace->edits().misfits();
    const auto isSetting = [](const Path &path) { return path.isSetting(); };
    m_changed[Profile] = !std::all_of(places.begin(), places.end(), isSetting);
    m_changed[Settings] = std::any_of(places.begin(), places.end(), isSetting);
    refreshPage(Profile);
    refreshPage(Settings);
}

void Sidebar::setCompact(bool compact)
{
    m_compact = compact;
    setFixedWidth(compact ? CompactWidth : characterWidth(fontMetrics()) * WidthInCharacters);
    layout()->setContentsMargins(compact ? 8 : 16, compact ? 12 : 16, compact ? 8 : 16, compact ? 12 : 16);
    m_signOut->setText(compact ? QString() : tr("Sign out"));
    m_signOut->setToolTip(compact ? tr("Sign out") : QString());
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
    constexpr int spacings = 40;
    return height() - minimumSizeHint().height() - pages - spacings + m_accounts->minimumSizeHint().height();
}

void Sidebar::resizeEvent(QResizeEvent *event)
{
    refreshIdentity();
    QWidget::resizeEvent(event);
}

void Sidebar::refreshPage(int page)
{
    const QString names[] = {tr("Profile"), tr("API keys"), tr("Settings")};
    QListWidgetItem *item = m_pages->item(page);
    item->setText(m_changed[page] ? names[page] + u" ●"_s : names[page]);
    const bool counted = page == ApiKeys && m_keyCount >= 0;
    if (counted)
        item->setText(u"%1  %2"_s.arg(item->text()).arg(m_keyCount));
    item->setToolTip(m_compact ? names[page] : QString());
    if (m_compact)
        item->setText(m_changed[page] ? u"●"_s : QString());
    item->setData(Qt::AccessibleTextRole, m_changed[page] ? tr("%1, changed").arg(names[page]) : names[page]);
}

} // namespace lanyard

#include "moc_sidebar.cpp"
