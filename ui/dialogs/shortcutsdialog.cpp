#include "ui/dialogs/shortcutsdialog.h"

#include "ui/common/dialogbuttons.h"
#include "ui/common/fittingarea.h"
#include "ui/common/menuaccess.h"
#include "ui/common/mnemonic.h"
#include "ui/common/screenroom.h"
#include "ui/common/texttable.h"
#include "ui/look/card.h"
#include "ui/look/characterwidth.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QAccessible>
#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int ShortcutsInCharacters = 80;

QString textOf(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::NativeText);
    texts.removeDuplicates();
    return texts.join(", "_L1);
}

// In the menus below it too.
QList<TextTable::Row> rowsOf(const QMenu &menu)
{
    QList<TextTable::Row> rows;
    const auto actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->menu())
            rows << rowsOf(*action->menu());
        else if (!action->shortcuts().isEmpty())
            rows.append({nameOfEntry(*action), {nameOfEntry(*action), textOf(action->shortcuts())}});
    }
    return rows;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, const QList<KeyHints> &others, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *content = new QWidget;
    auto *groups = new QVBoxLayout(content);
    setSpaces(*groups, DialogMargin, Space::Medium);
    const auto actions = menus.actions();
    for (const QAction *action : actions) {
        if (action->menu())
            addGroup(groups, withoutMnemonic(action->menu()->title()), rowsOf(*action->menu()));
    }
    for (const KeyHints &place : others) {
        QList<TextTable::Row> rows;
        for (const KeyHint &hint : place.hints)
            rows.append({withoutMnemonic(hint.text), {withoutMnemonic(hint.text), textOf(hint.keys)}});
        addGroup(groups, place.place, rows);
    }
    for (TextTable *table : std::as_const(m_tables)) {
        table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Fixed);
        table->viewport()->installEventFilter(this);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    buttons->setContentsMargins(space(DialogMargin), 0, space(DialogMargin), 0);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Hair);
    layout->setContentsMargins(0, 0, 0, space(DialogMargin));
    auto *area = new FittingArea(content);
    area->setAccessibleName(windowTitle());
    // The keys scroll; a row of the tables would look chosen. A screen reader reads the rows, and nothing of the area.
    const bool isRead = QAccessible::isActive();
    area->setFocusPolicy(isRead ? Qt::NoFocus : Qt::StrongFocus);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    const QSize wanted(characterWidth(fontMetrics()) * ShortcutsInCharacters, sizeHint().height());
    const QSize room = roomOnScreen(*this);
    resize(wanted.boundedTo(QSize(room.width(), room.height() * 9 / 10)));
    (isRead ? static_cast<QWidget *>(m_tables.constFirst()) : area)->setFocus();
}

// One below the other, in all the groups. Where there is little room, what is done has two fifths of it, and both have
// several lines.
void ShortcutsDialog::alignKeys()
{
    for (TextTable *table : std::as_const(m_tables)) {
        table->setColumnWidth(1, qMin(m_keysWidth, table->viewport()->width() * 3 / 5));
        table->resizeRowsToContents();
        table->setFixedHeight(table->verticalHeader()->length());
    }
}

bool ShortcutsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ShortcutsDialog::alignKeys,
                                  Qt::QueuedConnection); // once the header has it too
    return QDialog::eventFilter(watched, event);
}

// A table of its own, so that a screen reader reads a row after the other, and says in which group it is.
void ShortcutsDialog::addGroup(QBoxLayout *layout, const QString &title, const QList<TextTable::Row> &rows)
{
    if (rows.isEmpty())
        return;
    if (layout->count() > 0)
        layout->addSpacing(space(Space::Medium));
    layout->addWidget(new Heading(title, 1));
    auto *table = new TextTable(title, {tr("Action"), tr("Keys")});
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->setAlternatingRowColors(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setRows(rows);
    table->resizeColumnToContents(1);
    m_keysWidth = qMax(m_keysWidth, table->columnWidth(1));
    m_tables << table;
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setCurrentCell(0, 0, QItemSelectionModel::NoUpdate);
    table->setFrameShape(QFrame::NoFrame);
    table->viewport()->setAutoFillBackground(false);
    table->resizeRowsToContents();
    table->setFixedHeight(table->verticalHeader()->length());
    auto *card = new Card;
    auto *parts = new QVBoxLayout(card);
    setSpaces(*parts, Space::Medium, Space::Small);
    parts->addWidget(table);
    layout->addWidget(card);
}

} // namespace lanyard

#include "moc_shortcutsdialog.cpp"
