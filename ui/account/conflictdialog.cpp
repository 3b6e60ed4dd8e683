#include "ui/account/conflictdialog.h"

#include "core/base/text.h"
#include "ui/account/conflicttable.h"
#include "ui/common/announce.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/pagearea.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int FewestRows = 4; // of one line, for which the table scrolls by itself
constexpr int ConflictInCharacters = 112;

} // namespace

ConflictDialog::ConflictDialog(const QList<ConflictTexts> &conflicts, QWidget *parent)
    : QDialog(parent), m_explanation(new PlainLabel), m_table(new ConflictTable(conflicts)),
      m_keepMine(new QPushButton(tr("Keep &mine"))), m_takeTheirs(new QPushButton(tr("Take &theirs"))),
      m_keepAll(new QPushButton(tr("&Keep all mine"))), m_takeAll(new QPushButton(tr("T&ake all theirs"))),
      m_save(new QPushButton(tr("&Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Someone else changed this"));
    arrange();
    connect(m_keepMine, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_takeTheirs, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_keepAll, &QPushButton::clicked, this, [this] { decideAll(true); });
    connect(m_takeAll, &QPushButton::clicked, this, [this] { decideAll(false); });
    connect(m_table, &ConflictTable::chosen, this, &ConflictDialog::setDecision);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ConflictDialog::update);
    connect(m_table, &QTableWidget::currentItemChanged, this, &ConflictDialog::followRow);
    m_table->choose(0);
    m_table->setFocus();
    update();
}

void ConflictDialog::showEvent(QShowEvent *event)
{
    m_table->fitWindowToRows();
    QDialog::showEvent(event);
    QStringList fields;
    for (int conflict = 0; conflict < m_table->count(); ++conflict)
        fields << m_table->label(conflict);
    // What stands above them is read with the dialog.
    announce(this, tr("Changed by both: %1.").arg(fields.join(u", "_s)), Politeness::Assertive);
}

void ConflictDialog::arrange()
{
    m_explanation->setText(
        tr("These fields were also changed at the service while you were editing. Choose which value "
           "to keep for each field. Nothing has been saved yet."));
    m_explanation->setWordWrap(true);
    auto *row = new FlowLayout;
    row->setSpacing(space(Space::Medium));
    for (QPushButton *button : {m_keepMine, m_takeTheirs, m_keepAll, m_takeAll}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    // For one field they would say the same as the others.
    m_keepAll->setVisible(m_table->count() > 1);
    m_takeAll->setVisible(m_table->count() > 1);
    makePrimary(*m_save);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    wordButtons(*buttons);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConflictDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    setSpaces(*parts, Space::Medium);
    parts->addWidget(m_explanation);
    parts->addWidget(m_table, 1);
    parts->addLayout(row);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, DialogMargin, Space::Medium);
    m_area = new PageArea(content);
    layout->addWidget(m_area, 1);
    for (QWidget *viewport : {m_area->viewport(), m_table->viewport()})
        viewport->installEventFilter(this);
    fitTable();
    layout->addWidget(buttons);
    resize(QSize(characterWidth(fontMetrics()) * ConflictInCharacters, sizeHint().height())
               .boundedTo(roomOnScreen(*this)));
}

// Without room for a few rows all of it scrolls, and not the table in it: one would have to scroll in both.
void ConflictDialog::fitTable()
{
    const QLayout &parts = *m_table->parentWidget()->layout();
    const int width = m_area->viewport()->width();
    const int few = heightOfRows(*m_table, *m_table->horizontalHeader(), FewestRows);
    const int others = parts.totalHeightForWidth(width) - m_table->minimumHeight();
    m_table->resizeRowsToContents();
    const int whole = m_table->wholeHeight();
    m_table->setMinimumHeight(m_area->height() - others < few ? whole : qMin(whole, few));
}

// With the buttons out of the way, if there is no room for all.
void ConflictDialog::followRow()
{
    const QRect row = m_table->visualRect(m_table->currentIndex());
    const QPoint at = m_table->viewport()->mapTo(m_area->widget(), row.topLeft());
    m_area->ensureVisible(0, at.y() + row.height(), 0, 0);
    m_area->ensureVisible(0, at.y(), 0, 0);
}

bool ConflictDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ConflictDialog::fitTable, Qt::QueuedConnection); // once both have their sizes
    return QDialog::eventFilter(watched, event);
}

// For the current one, then moves on to the next undecided one, past the last one to the first.
void ConflictDialog::decide(bool mine)
{
    const int conflict = m_table->selectedConflict();
    if (conflict < 0)
        return;
    setDecision(conflict, mine);
    const auto &decisions = m_table->decisions();
    const auto behind = decisions.begin() + conflict + 1;
    auto next = std::find(behind, decisions.end(), std::nullopt);
    if (next == decisions.end())
        next = std::find(decisions.begin(), behind, std::nullopt);
    if (next != decisions.end())
        m_table->choose(static_cast<int>(next - decisions.begin()));
}

void ConflictDialog::decideAll(bool mine)
{
    for (int conflict = 0; conflict < m_table->count(); ++conflict)
        m_table->decide(conflict, mine);
    update();
    announce(m_table, mine ? tr("All: yours") : tr("All: theirs"));
}

void ConflictDialog::setDecision(int conflict, bool mine)
{
    m_table->decide(conflict, mine);
    update();
    announce(m_table, tr("%1: %2").arg(m_table->label(conflict), mine ? tr("yours") : tr("theirs")));
}

void ConflictDialog::update()
{
    const auto &decisions = m_table->decisions();
    const bool all = std::find(decisions.begin(), decisions.end(), std::nullopt) == decisions.end();
    const int conflict = m_table->selectedConflict();
    for (QPushButton *button : {m_keepMine, m_takeTheirs}) {
        button->setEnabled(conflict >= 0);
        button->setAccessibleDescription(conflict >= 0 ? withoutQuoteMarks(m_table->label(conflict)) : QString());
    }
    m_save->setEnabled(all);
    if (all)
        m_save->setDefault(true);
}

void ConflictDialog::accept()
{
    QList<bool> keepMine;
    for (const std::optional<bool> &decision : m_table->decisions()) {
        if (!decision)
            return;
        keepMine.append(*decision);
    }
    Q_EMIT resolved(keepMine);
    QDialog::accept();
}

} // namespace lanyard

#include "moc_conflictdialog.cpp"
