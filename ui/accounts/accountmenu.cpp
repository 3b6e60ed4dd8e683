#include "ui/accounts/accountmenu.h"

#include "core/base/searchtext.h"
#include "core/base/text.h"
#include "core/workspace/workspaces.h"
#include "ui/common/fieldaccess.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QShowEvent>
#include <QWidgetAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int MostWithoutFilter = 8;
constexpr int ShortcutCount = 9;
constexpr qsizetype NameLimit = 60;

QString textAt(const QModelIndex &account, int role)
{
    return visibleText(account.data(role).toString(), false, NameLimit);
}

bool isUrgentAt(const QModelIndex &account)
{
    const int need = account.data(Workspaces::MostUrgentRole).toInt();
    return need >= 0 && isUrgent(static_cast<Need>(need));
}

// A Return in it chooses the first account that is left; the arrows are the menu's.
class AccountFilter : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore();
        else
            QLineEdit::keyPressEvent(event);
    }
};

} // namespace

AccountMenu::AccountMenu(Workspaces &workspaces, QWidget *parent)
    : QMenu(tr("S&witch account"), parent), m_workspaces(workspaces), m_accounts(new QActionGroup(this))
{
    addFilter();
    m_end = addSeparator();
    m_next = addAction(tr("&Next account"), QKeySequence(u"Ctrl+Alt+Down"_s), this, [this] { step(1); });
    m_previous = addAction(tr("&Previous account"), QKeySequence(u"Ctrl+Alt+Up"_s), this, [this] { step(-1); });
    addSeparator();
    addAction(tr("&Manage accounts…"), this, &AccountMenu::manageRequested);
    addAction(tr("&Add account…"), this, &AccountMenu::addRequested);
    connect(&workspaces, &Workspaces::rowsInserted, this, &AccountMenu::fill);
    connect(&workspaces, &Workspaces::rowsRemoved, this, &AccountMenu::fill);
    connect(&workspaces, &Workspaces::rowsMoved, this, &AccountMenu::fill);
    connect(&workspaces, &Workspaces::modelReset, this, &AccountMenu::fill);
    connect(&workspaces, &Workspaces::dataChanged, this, &AccountMenu::refresh);
    connect(&workspaces, &Workspaces::currentChanged, this, &AccountMenu::refresh);
    fill();
}

void AccountMenu::addFilter()
{
    m_filter = new AccountFilter;
    m_filter->setAccessibleName(tr("Find an account"));
    setHint(m_filter, tr("Find an account"));
    m_filterAction = new QWidgetAction(this);
    m_filterAction->setText(tr("&Find an account"));
    m_filterAction->setDefaultWidget(m_filter);
    addAction(m_filterAction);
    connect(m_filter, &QLineEdit::textEdited, this, &AccountMenu::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        for (QAction *account : m_accounts->actions()) {
            if (account->isVisible()) {
                close();
                return account->trigger();
            }
        }
    });
}

QString AccountMenu::line(const Workspaces &workspaces, int row)
{
    const QModelIndex account = workspaces.index(row);
    const QString server = textAt(account, Workspaces::ServerRole);
    QString line = textAt(account, Qt::DisplayRole);
    if (!server.isEmpty())
        line = tr("%1 — %2 at %3").arg(line, textAt(account, Workspaces::UserNameRole), server);
    const QStringList needs = account.data(Workspaces::NeedsRole).toStringList();
    if (needs.isEmpty())
        return line;
    const QString mark = isUrgentAt(account) ? u"⚠ "_s : QString();
    return tr("%1 (%2)").arg(line, mark + needs.join(u", "_s));
}

int AccountMenu::waitingCount() const
{
    int count = 0;
    for (int row = 0; row < m_workspaces.rowCount(); ++row) {
        const QModelIndex account = m_workspaces.index(row);
        count += isUrgentAt(account) && !account.data(Workspaces::IsCurrentRole).toBool() ? 1 : 0;
    }
    return count;
}

void AccountMenu::fill()
{
    const QList<QAction *> before = m_accounts->actions();
    qDeleteAll(before);
    for (int row = 0; row < m_workspaces.rowCount(); ++row) {
        auto *account = new QAction(m_accounts);
        account->setCheckable(true);
        if (row < ShortcutCount)
            account->setShortcut(QKeySequence(u"Ctrl+Alt+%1"_s.arg(row + 1)));
        connect(account, &QAction::triggered, this, [this, row] { choose(row); });
        insertAction(m_end, account);
    }
    m_filterAction->setVisible(m_workspaces.rowCount() > MostWithoutFilter);
    refresh();
}

void AccountMenu::refresh()
{
    const QList<QAction *> accounts = m_accounts->actions();
    for (int row = 0; row < accounts.size(); ++row) {
        accounts.at(row)->setText(line(m_workspaces, row).replace(u'&', "&&"_L1));
        accounts.at(row)->setChecked(&m_workspaces.at(row) == m_workspaces.current());
    }
    m_next->setEnabled(accounts.size() > 1);
    m_previous->setEnabled(accounts.size() > 1);
    Q_EMIT linesChanged();
}

void AccountMenu::filter(const QString &words)
{
    const QStringList wanted = searchWords(words);
    for (QAction *account : m_accounts->actions()) {
        const QString text = searchForm(account->text());
        account->setVisible(
            std::all_of(wanted.begin(), wanted.end(), [&text](const QString &word) { return text.contains(word); }));
    }
}

// Afterwards, as the account that is left may be destroyed.
void AccountMenu::choose(int row)
{
    refresh(); // clicking the current one would uncheck it
    m_workspaces.setCurrent(m_workspaces.at(row));
}

void AccountMenu::step(int by)
{
    const int count = m_workspaces.rowCount();
    for (int row = 0; row < count; ++row) {
        if (&m_workspaces.at(row) == m_workspaces.current())
            return m_workspaces.setCurrent(m_workspaces.at((row + by + count) % count));
    }
}

void AccountMenu::showEvent(QShowEvent *event)
{
    m_filter->clear();
    filter({});
    if (m_filterAction->isVisible())
        m_filter->setFocus();
    QMenu::showEvent(event);
}

} // namespace lanyard

#include "moc_accountmenu.cpp"
