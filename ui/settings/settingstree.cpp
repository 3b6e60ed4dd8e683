#include "ui/settings/settingstree.h"

#include "core/models/settingsmodel.h"
#include "ui/common/columnroom.h"
#include "ui/common/followselection.h"
#include "ui/common/rowmenu.h"
#include "ui/common/sortactions.h"
#include "ui/look/spacing.h"
#include "ui/settings/switchgesture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QResizeEvent>

#include <utility>

namespace lanyard {

namespace {

// Beside those in sight, for the widths of columns: Qt's thousand take a tenth of a second.
constexpr int RowsMeasured = 100;

} // namespace

SettingsTree::SettingsTree(QWidget *parent) : QTreeView(parent), m_room(new ColumnRoom(*header()))
{
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setUniformRowHeights(true);
    setIndentation(space(Space::Large));
    setAllColumnsShowFocus(true);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

// The name and the value are always there.
void SettingsTree::makeColumnActions()
{
    for (const auto &[column, text] :
         {std::pair(SettingsModel::Type, tr("&Type")), std::pair(SettingsModel::Description, tr("&Description"))}) {
        auto *action = new QAction(text, this);
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::triggered, this, [this, shown = column](bool on) {
            setColumnHidden(shown, !on);
            if (!m_room->isOfTheUser())
                m_room->fit(columnWishes(), NameAndValue);
            else if (on && columnWidth(shown) < sizeHintForColumn(shown))
                resizeColumnToContents(shown);
        });
        m_columnActions << action;
    }
    hideColumn(SettingsModel::Type);
    followColumns();
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        auto *menu = new QMenu(header());
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_columnActions);
        menu->popup(header()->viewport()->mapToGlobal(place));
    });
}

void SettingsTree::followColumns()
{
    showColumn(SettingsModel::Name);
    showColumn(SettingsModel::Value);
    for (QAction *action : std::as_const(m_columnActions))
        action->setChecked(!isColumnHidden(action->data().toInt()));
}

void SettingsTree::setUp()
{
    makeSelectedCurrent(*this);
    // What a folded branch says is about rows that are not in sight, of which the view paints nothing.
    connect(model(), &QAbstractItemModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
    header()->setSortIndicator(SettingsModel::Name, Qt::AscendingOrder);
    setSortingEnabled(true);
    header()->setResizeContentsPrecision(RowsMeasured);
    m_sortActions = makeSortActions(*this, *header(),
                                    {
                                        {SettingsModel::Name, tr("&Name")},
                                        {SettingsModel::Value, tr("&Value")},
                                        {SettingsModel::Type, tr("&Type")},
                                        {SettingsModel::Description, tr("&Description")},
                                    });
    makeColumnActions();
}

void SettingsTree::copyCurrent()
{
    const QModelIndex value = currentIndex().siblingAtColumn(SettingsModel::Value);
    const bool isSecret = value.data(SettingsModel::HoldsSecretRole).toBool();
    if (!isSecret)
        QGuiApplication::clipboard()->setText(value.data(Qt::EditRole).toString(), QClipboard::Clipboard);
    Q_EMIT copied(isSecret);
}

void SettingsTree::unfoldAllBut(const QModelIndexList &folded)
{
    expandAll();
    if (folded.isEmpty()) // thousands of rows would be laid out twice
        return;
    scheduleDelayedItemsLayout(); // until which collapse() only makes a note
    for (const QModelIndex &branch : folded)
        collapse(branch);
    executeDelayedItemsLayout();
}

bool SettingsTree::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const QModelIndex value = index.siblingAtColumn(SettingsModel::Value);
    if (!value.data(SettingsModel::IsSettingRole).toBool())
        return QTreeView::edit(index, trigger, event);
    const bool isWanted = (editTriggers() & trigger) || trigger == AllEditTriggers;
    if (isWanted && value.data(SettingsModel::ReadOnlyRole).toBool()) {
        Q_EMIT lockedPressed();
        return true;
    }
    const SwitchStep step = !isWanted || indexWidget(value) ? SwitchStep::None : switchStep(index, event);
    if (step == SwitchStep::Done)
        Q_EMIT switchPressed(value); // with a filter this may remove the row
    if (step != SwitchStep::None)
        return true;
    const bool isOpen = QTreeView::edit(value, trigger, event);
    // A click on the header sorts, and would give the tree the focus, which closes the editor.
    header()->setFocusProxy(indexWidget(value));
    return isOpen;
}

void SettingsTree::contextMenuEvent(QContextMenuEvent *event)
{
    if (const auto position = rowMenuPosition(*this, *event))
        Q_EMIT menuRequested(*position);
}

// Qt tells screen readers that the focus is here, even if it is elsewhere. It closes an editor only if the current cell
// is the edited one; here every cell of the row stands for the value.
void SettingsTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (hasFocus())
        QTreeView::currentChanged(current, previous);
    else
        QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): past it
    viewport()->update();
    const QModelIndex value = current.siblingAtColumn(SettingsModel::Value);
    const QModelIndex edited = previous.siblingAtColumn(SettingsModel::Value);
    if (edited == value)
        return;
    // A key that moves on, such as Down, would leave it open on a row that is no longer selected.
    const QPointer<QWidget> editor = indexWidget(edited);
    if (editor)
        commitData(editor);
    if (editor)
        closeEditor(editor, QAbstractItemDelegate::NoHint);
}

// What is said below the list takes of its height: the row that it is about stays in sight.
void SettingsTree::resizeEvent(QResizeEvent *event)
{
    const QRect row = visualRect(currentIndex());
    const bool wasSeen = row.isValid() && row.top() >= 0 && row.bottom() < event->oldSize().height();
    QTreeView::resizeEvent(event);
    if (wasSeen && row.bottom() >= viewport()->height())
        scrollTo(currentIndex());
}

} // namespace lanyard

#include "moc_settingstree.cpp"
