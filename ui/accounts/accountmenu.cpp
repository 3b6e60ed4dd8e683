#include "ui/accounts/accountmenu.h"

#include "core/base/text.h"
#include "core/workspace/workspaces.h"
#include "ui/accounts/accounttext.h"
#include "ui/common/cutlabel.h"
#include "ui/common/menuaccess.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QShowEvent>
#include <QWidgetAction>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int MostWithoutFilter = 8;
constexpr int ShortcutCount = 9;
constexpr int LineInCharacters = 80; // without what the account needs
constexpr int FewestInCharacters = 40;
constexpr int BesideInCharacters = 12; // the margins, and the mark of the current one, as far as is known before

} // namespace

AccountMenu::AccountMenu(Workspaces &workspaces, QWidget *parent)
    : QMenu(tr("S&witch account"), parent), m_workspaces(workspaces), m_accounts(new QActionGroup(this))
{
    setToolTipsVisible(true);
    m_end = addSeparator();
    m_next = addAction(tr("&Next account"), this, [this] { step(1); });
    m_previous = addAction(tr("&Previous account"), this, [this] { step(-1); });
    // Many desktops take the second of each pair for themselves, to change workspaces.
    m_next->setShortcuts({QKeySequence(u"Ctrl+Shift+PgDown"_s), QKeySequence(u"Ctrl+Alt+Down"_s)});
    m_previous->setShortcuts({QKeySequence(u"Ctrl+Shift+PgUp"_s), QKeySequence(u"Ctrl+Alt+Up"_s)});
    addSeparator();
    addAction(tr("&Manage accounts…"), this, &AccountMenu::manageRequested);
    addAction(tr("&Add account…"), this, &AccountMenu::addRequested);
    connect(&workspaces, &Workspaces::rowsInserted, this, &AccountMenu::fill);
    connect(&workspaces, &Workspaces::rowsRemoved, this, &AccountMenu::fill);
    connect(&workspaces, &Workspaces::rowsMoved, this, &AccountMenu::fill);
    connect(&workspaces, &Workspaces::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { refresh(first.row(), last.row()); });
    // The text or the screen may be another size.
    connect(this, &QMenu::aboutToShow, this, &AccountMenu::fitScreen);
    fill();
}

QString AccountMenu::line(const Workspaces &workspaces, int row)
{
    return accountText(workspaces.index(row)).line();
}

QString AccountMenu::currentLine() const
{
    const Workspace *current = m_workspaces.current();
    return current ? line(m_workspaces, m_workspaces.rowOf(*current)) : QString();
}

// What an account needs is there as a whole, whatever its names are; they get the rest of the screen. Where that is too
// little to tell one from another, the full name is left out, then all that it needs but the most urgent, of which a
// mark alone would say nothing: its words are cut, where that must be.
QString AccountMenu::shortLine(int row) const
{
    AccountText text = accountText(m_workspaces.index(row));
    const QFontMetrics metrics = fontMetrics();
    const int character = characterWidth(metrics);
    const int shortcut = m_next->isShortcutVisibleInContextMenu()
                             ? metrics.horizontalAdvance(m_next->shortcut().toString(QKeySequence::NativeText))
                             : 0;
    const auto room = [&] {
        const int beside = metrics.horizontalAdvance(text.needs + u" ()"_s) + shortcut + BesideInCharacters * character;
        return qMin(character * LineInCharacters, roomOnScreen(*this).width() - beside);
    };
    if (room() < character * FewestInCharacters)
        text.isUserName = true;
    if (room() < character * FewestInCharacters / 2)
        text.needs = text.firstNeed;
    const int names = qMax(room() - m_tooWide, character * FewestInCharacters / 4);
    if (const int missing = names - (room() - m_tooWide); missing > 0)
        text.needs = shortened(text.needs, metrics.horizontalAdvance(text.needs) - missing, widthIn(metrics));
    return text.line(names, widthIn(metrics));
}

// The style alone knows what stands beside a line, and a shorter one may then still be too long. Where there is little
// room, the accounts have that of their keys, which the sheet of all keys shows.
void AccountMenu::fitScreen()
{
    const bool hasRoomForKeys = roomOnScreen(*this).width() >= characterWidth(fontMetrics()) * LineInCharacters;
    for (QAction *action : m_accounts->actions() + QList<QAction *>{m_next, m_previous})
        action->setShortcutVisibleInContextMenu(hasRoomForKeys);
    m_tooWide = 0;
    refresh();
    m_tooWide = qMax(0, sizeHint().width() - roomOnScreen(*this).width());
    if (m_tooWide > 0)
        refresh();
}

int AccountMenu::waitingCount() const
{
    return static_cast<int>(m_waiting.size()) - (m_waiting.contains(m_workspaces.current()) ? 1 : 0);
}

bool AccountMenu::hasSeveral() const
{
    return m_workspaces.rowCount() > 1;
}

bool AccountMenu::isWaiting(int row) const
{
    const int need = m_workspaces.index(row).data(Workspaces::MostUrgentRole).toInt();
    return need >= 0 && isUrgent(static_cast<Need>(need));
}

void AccountMenu::fill()
{
    qDeleteAll(m_accounts->actions());
    QSet<const Workspace *> open;
    for (int row = 0; row < m_workspaces.rowCount(); ++row) {
        open.insert(&m_workspaces.at(row));
        auto *account = new QAction(m_accounts);
        account->setCheckable(true);
        account->setShortcutVisibleInContextMenu(m_next->isShortcutVisibleInContextMenu());
        if (row < ShortcutCount)
            account->setShortcut(QKeySequence(u"Ctrl+Alt+%1"_s.arg(row + 1)));
        connect(account, &QAction::triggered, this, [this, row] { choose(row); });
        insertAction(m_end, account);
    }
    m_waiting.intersect(open);
    if (m_workspaces.rowCount() > MostWithoutFilter && !m_filter)
        addFilter(); // few ever see it, and a window would open later for it
    else if (m_filter)
        m_filterAction->setVisible(m_workspaces.rowCount() > MostWithoutFilter);
    refresh();
}

void AccountMenu::refresh()
{
    refresh(0, m_workspaces.rowCount() - 1);
}

// Only what has changed: each of many accounts tells of several changes while the program starts.
void AccountMenu::refresh(int first, int last)
{
    const QList<QAction *> accounts = m_accounts->actions();
    for (int row = first; row <= last; ++row) {
        accounts.at(row)->setText(shortLine(row).replace(u'&', "&&"_L1));
        AccountText stateless = accountText(m_workspaces.index(row));
        stateless.needs.clear();
        nameEntry(*accounts.at(row), withoutQuoteMarks(line(m_workspaces, row)), withoutQuoteMarks(stateless.line()));
        accounts.at(row)->setToolTip(toolTipText(line(m_workspaces, row)));
        accounts.at(row)->setChecked(&m_workspaces.at(row) == m_workspaces.current());
    }
    m_next->setEnabled(accounts.size() > 1);
    m_previous->setEnabled(accounts.size() > 1);
    const QStringList begun = noteWaiting(first, last);
    Q_EMIT linesChanged();
    for (const QString &account : begun)
        Q_EMIT beganToWait(account);
}

// Once for each: more that it needs beside that is in its line.
QStringList AccountMenu::noteWaiting(int first, int last)
{
    QStringList begun;
    for (int row = first; row <= last; ++row) {
        const Workspace &workspace = m_workspaces.at(row);
        if (!isWaiting(row)) {
            m_waiting.remove(&workspace);
        } else if (!m_waiting.contains(&workspace)) {
            m_waiting.insert(&workspace);
            if (&workspace != m_workspaces.current())
                begun << line(m_workspaces, row);
        }
    }
    return begun;
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

// As wide as it opens, whatever the filter leaves: its other edge would move, which right to left is the one at the
// button.
void AccountMenu::showEvent(QShowEvent *event)
{
    setMinimumWidth(width());
    if (m_filter && m_filterAction->isVisible())
        m_filter->setFocus();
    QMenu::showEvent(event);
}

// At once, as its size is what it is placed by when it opens the next time.
void AccountMenu::hideEvent(QHideEvent *event)
{
    QMenu::hideEvent(event);
    setMinimumWidth(0);
    if (!m_filter)
        return;
    m_filter->clear();
    filter({});
}

} // namespace lanyard

#include "moc_accountmenu.cpp"
