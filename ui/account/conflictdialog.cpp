#include "ui/account/conflictdialog.h"

#include "core/document/merge.h"
#include "core/models/documentedits.h"
#include "core/models/placetext.h"
#include "ui/common/announce.h"
#include "ui/common/currentrow.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/pagearea.h"
#include "ui/common/screenroom.h"
#include "ui/common/texttable.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

enum Column { Field, Yours, Theirs, Before };

constexpr int FewestRows = 4; // of one line, for which the table scrolls by itself
constexpr int ConflictInCharacters = 112;

} // namespace

ConflictTexts conflictTexts(const Conflict &conflict, const DocumentEdits &user)
{
    const User &base = user.base();
    const auto theirs = [&base](const Path &path) { return base.valueAt(path); };
    const auto changeAt = [&conflict](const Path &path) {
        return std::find_if(conflict.mine.begin(), conflict.mine.end(),
                            [&path](const Change &change) { return change.path == path; });
    };
    // What was typed since the save began would be saved.
    const auto mine = [&](const Path &path) {
        const auto found = changeAt(path);
        return found == conflict.mine.end() || user.isEdited(path) ? user.value(path) : found->value;
    };
    const auto before = [&](const Path &path) {
        const auto found = changeAt(path);
        return found == conflict.mine.end() || !found->before ? theirs(path) : *found->before;
    };
    const Path field = placeOf(conflict.path());
    const QStringList texts = placeTexts(field, base, {mine, theirs, before}, user.hidden());
    return {placeLabel(field, base, user.hidden()), texts.at(0), texts.at(1), texts.at(2)};
}

ConflictDialog::ConflictDialog(const QList<ConflictTexts> &conflicts, QWidget *parent)
    : QDialog(parent), m_explanation(new PlainLabel),
      m_table(new TextTable(tr("Changed by both"), {tr("Field"), tr("Yours"), tr("Theirs"), tr("Before")})),
      m_keepMine(new QPushButton(tr("Keep &mine"))), m_takeTheirs(new QPushButton(tr("Take &theirs"))),
      m_keepAll(new QPushButton(tr("&Keep all mine"))), m_takeAll(new QPushButton(tr("T&ake all theirs"))),
      m_save(new QPushButton(tr("&Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Someone else changed this"));
    QList<TextTable::Row> rows;
    for (const ConflictTexts &texts : conflicts) {
        rows.append({QString::number(rows.size()), {texts.label, texts.mine, texts.theirs, texts.before}});
        m_decisions.append(std::nullopt);
    }
    m_table->setRows(rows);
    for (int row = 0; row < m_table->rowCount(); ++row)
        showDecision(row);
    arrange();
    connect(m_keepMine, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_takeTheirs, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_keepAll, &QPushButton::clicked, this, [this] { decideAll(true); });
    connect(m_takeAll, &QPushButton::clicked, this, [this] { decideAll(false); });
    connect(m_table, &QTableWidget::cellClicked, this, &ConflictDialog::choose);
    auto *key = new QShortcut(Qt::Key_Space, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, [this] { choose(m_table->currentRow(), m_table->currentColumn()); });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ConflictDialog::update);
    connect(m_table, &QTableWidget::currentItemChanged, this, &ConflictDialog::followRow);
    m_table->chooseRow(0);
    m_table->setFocus();
    update();
}

void ConflictDialog::showEvent(QShowEvent *event)
{
    m_table->fitWindowToRows();
    QDialog::showEvent(event);
    QStringList fields;
    for (int row = 0; row < m_table->rowCount(); ++row)
        fields << m_table->item(row, Field)->text();
    announce(this, tr("%1 Changed by both: %2.").arg(m_explanation->text(), fields.join(u", "_s)),
             Politeness::Assertive);
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
    m_keepAll->setVisible(m_table->rowCount() > 1);
    m_takeAll->setVisible(m_table->rowCount() > 1);
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

// For the current row, then moves on to the next undecided one.
void ConflictDialog::decide(bool mine)
{
    const int row = m_table->selectedRow();
    if (row < 0)
        return;
    setDecision(row, mine);
    announce(m_table, tr("%1: %2").arg(m_table->item(row, Field)->text(), mine ? tr("yours") : tr("theirs")));
    const auto next = std::find(m_decisions.begin(), m_decisions.end(), std::nullopt);
    if (next != m_decisions.end())
        m_table->chooseRow(static_cast<int>(next - m_decisions.begin()));
}

void ConflictDialog::decideAll(bool mine)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        setDecision(row, mine);
    announce(m_table, mine ? tr("All: yours") : tr("All: theirs"));
}

void ConflictDialog::setDecision(int row, bool mine)
{
    m_decisions[row] = mine;
    showDecision(row);
    update();
}

// A cell is chosen as a radio button is; the others say nothing.
void ConflictDialog::choose(int row, int column)
{
    if (row < 0 || (column != Yours && column != Theirs))
        return;
    setDecision(row, column == Yours);
    announce(m_table,
             tr("%1: %2").arg(m_table->item(row, Field)->text(), column == Yours ? tr("yours") : tr("theirs")));
}

void ConflictDialog::showDecision(int row)
{
    const std::optional<bool> mine = m_decisions.at(row);
    for (const Column column : {Yours, Theirs}) {
        const bool isChosen = mine && *mine == (column == Yours);
        QTableWidgetItem *item = m_table->item(row, column);
        item->setIcon(icon(isChosen ? "chosen"_L1 : "choice"_L1));
        // The mark in words; what is shown is the value alone.
        const QString value = (column == Yours ? tr("Yours: %1") : tr("Theirs: %1")).arg(item->text());
        item->setData(Qt::AccessibleTextRole, isChosen ? tr("%1, chosen").arg(value)
                                              : mine   ? value
                                                       : tr("%1, not decided").arg(value));
        tellRenamed(*m_table, m_table->indexFromItem(item));
    }
}

void ConflictDialog::update()
{
    const bool all = std::none_of(m_decisions.begin(), m_decisions.end(),
                                  [](const std::optional<bool> &decision) { return !decision; });
    for (QPushButton *button : {m_keepMine, m_takeTheirs})
        button->setEnabled(m_table->selectedRow() >= 0);
    m_save->setEnabled(all);
    if (all)
        m_save->setDefault(true);
}

void ConflictDialog::accept()
{
    QList<bool> keepMine;
    for (const std::optional<bool> &decision : std::as_const(m_decisions)) {
        if (!decision)
            return;
        keepMine.append(*decision);
    }
    Q_EMIT resolved(keepMine);
    QDialog::accept();
}

} // namespace lanyard

#include "moc_conflictdialog.cpp"
