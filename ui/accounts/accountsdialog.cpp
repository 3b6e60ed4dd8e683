#include "ui/accounts/accountsdialog.h"

#include "core/workspace/workspaces.h"
#include "ui/accounts/accountdelegate.h"
#include "ui/accounts/accounttext.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/followselection.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int ListInCharacters = 60;
constexpr int LeastBesideButtons = 30; // characters
constexpr int LeastRows = 5;           // to begin with
constexpr int MostRows = 10;

} // namespace

AccountsDialog::AccountsDialog(Workspaces &workspaces, QWidget *parent)
    : QDialog(parent), m_workspaces(workspaces), m_list(new QListWidget), m_up(new QPushButton(tr("Move &up"))),
      m_down(new QPushButton(tr("Move &down"))), m_remove(new QPushButton(tr("&Remove account…"))),
      m_add(new QPushButton(tr("&Add account…")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Accounts"));
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);                     // an account may need a further line
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // a long line is cut, and its tooltip has the whole
    makeSelectedCurrent(*m_list);
    layOut();
    addKeys();
    connect(m_list, &QListWidget::currentRowChanged, this, &AccountsDialog::updateButtons);
    // By dragging: the list has the new order already.
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int before) {
                m_isMoving = true;
                m_workspaces.move(from, before > from ? before - 1 : before);
                m_isMoving = false;
            });
    connect(&workspaces, &Workspaces::rowsInserted, this, &AccountsDialog::fill);
    connect(&workspaces, &Workspaces::rowsRemoved, this, &AccountsDialog::fill);
    connect(&workspaces, &Workspaces::rowsMoved, this, &AccountsDialog::fill);
    connect(&workspaces, &Workspaces::dataChanged, this, &AccountsDialog::refresh);
    fill();
    for (int row = 0; row < workspaces.rowCount(); ++row) {
        if (&workspaces.at(row) == workspaces.current())
            m_list->setCurrentRow(row);
    }
    m_list->setFocus();
    const int rows = qBound(LeastRows, m_list->count(), MostRows);
    const QSize wanted = sizeHint() + QSize(0, m_list->sizeHintForRow(0) * rows - m_list->sizeHint().height());
    const QSize room = roomOnScreen(*this);
    resize(wanted.expandedTo(minimumSizeHint()).boundedTo(m_isNarrow ? room : room * 9 / 10));
}

void AccountsDialog::layOut()
{
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*close);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, DialogMargin, Space::Medium);
    int widest = 0;
    for (QPushButton *button : {m_up, m_down, m_add, m_remove}) {
        button->setAutoDefault(false);
        widest = qMax(widest, button->sizeHint().width());
    }
    const int character = characterWidth(fontMetrics());
    const int room = roomOnScreen(*this).width() * 9 / 10 - 2 * space(DialogMargin);
    const int besideButtons = room - space(Space::Large) - widest;
    m_isNarrow = besideButtons < character * LeastBesideButtons;
    m_list->setMinimumWidth(qMin(character * ListInCharacters, m_isNarrow ? room : besideButtons));
    if (m_isNarrow) {
        layOutAbove(*layout);
    } else {
        layOutBeside(*layout);
        layout->addSpacing(space(Space::Medium));
    }
    layout->addWidget(close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &AccountsDialog::remove);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::addRequested);
}

// The list beside its buttons.
void AccountsDialog::layOutBeside(QVBoxLayout &layout)
{
    auto *label = new PlainLabel(tr("Acc&ounts"));
    label->setBuddy(m_list);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(space(Space::Medium));
    for (QPushButton *button : {m_up, m_down, m_add, m_remove})
        buttons->addWidget(button);
    buttons->insertSpacing(2, space(Space::Medium)); // between what moves an account and what adds or removes one
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(space(Space::Large));
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    layout.addWidget(label);
    layout.addLayout(row, 1);
}

// Above them, where beside them there is no room for names; what it is a list of, the title says.
void AccountsDialog::layOutAbove(QVBoxLayout &layout)
{
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_up, m_down, m_add, m_remove})
        buttons->addWidget(button);
    layout.addWidget(m_list, 1);
    layout.addLayout(buttons);
}

void AccountsDialog::addKeys()
{
    const auto key = [this](const QKeySequence &keys, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(u"Alt+Up"_s), [this] { move(-1); });
    key(QKeySequence(u"Alt+Down"_s), [this] { move(1); });
    key(QKeySequence::Delete, [this] { remove(); });
    m_up->setToolTip(tr("Alt+Up"));
    m_down->setToolTip(tr("Alt+Down"));
    m_remove->setToolTip(tr("Delete"));
}

void AccountsDialog::fill()
{
    if (m_isMoving)
        return;
    const int row = m_list->currentRow();
    m_list->clear();
    for (int i = 0; i < m_workspaces.rowCount(); ++i)
        m_list->addItem(QString());
    refresh();
    m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    updateButtons();
}

void AccountsDialog::refresh()
{
    for (int row = 0; row < m_list->count(); ++row)
        AccountDelegate::setText(*m_list->model(), row, accountText(m_workspaces.index(row)));
    updateButtons();
}

void AccountsDialog::updateButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < m_list->count() - 1);
    m_remove->setEnabled(row >= 0 && !m_workspaces.at(row).account().origin.isEmpty());
}

// The row that was moved stays selected.
void AccountsDialog::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_workspaces.move(from, to);
    m_list->setCurrentRow(to);
}

void AccountsDialog::remove()
{
    if (m_remove->isEnabled())
        Q_EMIT removeRequested(&m_workspaces.at(m_list->currentRow()));
}

} // namespace lanyard

#include "moc_accountsdialog.cpp"
