#include "ui/settings/settingspage.h"

#include "core/base/text.h"
#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/pagearea.h"
#include "ui/common/plainlabel.h"
#include "ui/common/tonedlabel.h"
#include "ui/settings/longtextdialog.h"
#include "ui/settings/settingdelegate.h"
#include "ui/settings/settingsaccess.h"
#include "ui/settings/settingstree.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int FewestRows = 4; // including those of category and group

} // namespace

struct SettingsPage::Pending
{
    SettingDelegate::Typing typing;
    QString fullName;
    QString shown; // the typed text, unless it is a secret
    bool hadFocus = false;
};

SettingsPage::SettingsPage(SettingsModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new SettingsFilter(this)), m_filterEdit(new QLineEdit),
      m_tree(new SettingsTree),
      m_delegate(new SettingDelegate([this](const QString &id, const QString &text) { return m_model.read(id, text); },
                                     m_tree)),
      m_edit(new QPushButton(tr("E&dit value"))), m_revertOne(new QPushButton(tr("Revert val&ue"))),
      m_about(new TonedLabel), m_late(new LateAnnouncement(m_tree, m_about)), m_place(*m_tree)
{
    installSettingsAccess();
    m_filter->setSourceModel(&model);
    m_tree->setModel(m_filter);
    m_tree->setUpSorting();
    m_tree->setItemDelegate(m_delegate);
    m_tree->setAccessibleName(tr("Settings"));
    m_filterEdit->setAccessibleName(tr("Filter"));
    m_filterEdit->setClearButtonEnabled(true);
    m_about->setWordWrap(true);
    arrange();
    connectTree();
    connect(m_filterEdit, &QLineEdit::textChanged, this, &SettingsPage::setFilter);
    // From the filter into the list, as with the API keys.
    connect(new QShortcut(Qt::Key_Down, m_filterEdit, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            this, [this] { m_tree->setFocus(); });
    connect(m_edit, &QPushButton::clicked, this, &SettingsPage::editCurrent);
    connect(m_revertOne, &QPushButton::clicked, this, &SettingsPage::revertCurrent);
    m_place.remember();
    restorePlace();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::arrange()
{
    auto *filterLabel = new PlainLabel(tr("&Filter"));
    filterLabel->setBuddy(m_filterEdit);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(filterLabel);
    top->addWidget(m_filterEdit, 1);
    m_revertOne->setIcon(icon("revert"_L1));
    auto *bottom = new FlowLayout;
    bottom->addWidget(m_edit);
    bottom->addWidget(m_revertOne);
    bottom->addWidget(m_about);
    m_about->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tree->setMinimumHeight(heightOfRows(*m_tree, *m_tree->header(), FewestRows));
    for (QPushButton *button : {m_edit, m_revertOne})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    layout->addLayout(bottom);
}

void SettingsPage::connectTree()
{
    connect(m_delegate, &SettingDelegate::typed, this,
            [this](const QString &id, const QString &text, const QJsonValue &before) {
                m_model.setText(id, text, before);
                m_place.choose(m_filter->mapFromSource(m_model.indexOfSetting(id)));
            });
    connect(m_delegate, &SettingDelegate::cancelled, &m_model, &SettingsModel::dropMisfit);
    connect(m_delegate, &SettingDelegate::problemFound, this, [this](const QString &problem, bool insisted) {
        say(problem);
        updateTyping();
        m_late->set(problem);
        if (insisted) {
            announce(m_about);
            m_late->markSaid();
        }
    });
    connect(m_delegate, &SettingDelegate::longTextRequested, this, &SettingsPage::editLongText, Qt::QueuedConnection);
    connect(m_delegate, &SettingDelegate::closeEditor, this, [this] {
        m_late->flush();
        m_late->set({}); // for the next editor, the same remark is news
        updateButtons();
    });
    connect(&m_model, &SettingsModel::aboutToRebuild, this, &SettingsPage::rememberPlace);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (!m_samePerson)
            m_place.forget();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this,
            [this] { noteNotices({}, 0, m_model.rowCount() - 1, std::exchange(m_samePerson, false)); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                noteNotices(first.parent(), first.row(), last.row(), true);
            });
    connect(m_filter, &QAbstractItemModel::modelReset, this, &SettingsPage::restorePlace);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &SettingsPage::updateButtons);
    connect(m_filter, &QAbstractItemModel::layoutAboutToBeChanged, this, &SettingsPage::noteSight);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &SettingsPage::keepSight);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        m_place.choose(current);
        updateButtons();
    });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &branch) { m_place.fold(branch, true); });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &branch) { m_place.fold(branch, false); });
    connect(m_tree, &SettingsTree::lockedPressed, this, [this] { announce(m_about); });
    connect(m_tree, &SettingsTree::copyRequested, this, &SettingsPage::copyCurrent);
    connect(m_tree, &SettingsTree::menuRequested, this, &SettingsPage::showMenu);
    connect(m_tree->header(), &QHeaderView::sectionResized, this, [this] { m_columnsSet |= m_tree->isVisible(); });
}

void SettingsPage::noteSight()
{
    const QWidget *editor = openEditor();
    m_sight = {m_place.isChosen(m_tree->currentIndex()) && m_tree->seesCurrent(), editor && editor->hasFocus()};
}

// What the user is looking at stays in view; the first row, which the user did not choose, does not move the view. Qt
// hides an open editor while rows move, and the focus goes elsewhere.
void SettingsPage::keepSight()
{
    if (m_sight.chosen)
        m_tree->scrollTo(m_tree->currentIndex());
    if (QWidget *editor = m_sight.editing ? openEditor() : nullptr) {
        editor->show();
        editor->setFocus();
    }
}

void SettingsPage::editCurrent()
{
    m_tree->setFocus();
    m_tree->edit(m_tree->currentIndex().siblingAtColumn(SettingsModel::Value));
}

void SettingsPage::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(m_tree);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addRowActions(*menu);
    menu->addSeparator();
    menu->addMenu(tr("&Sort by"))->addActions(sortActions());
    menu->popup(place);
}

QList<QAction *> SettingsPage::sortActions() const
{
    return m_tree->sortActions();
}

void SettingsPage::addRowActions(QMenu &menu)
{
    const QModelIndex branch = m_tree->currentIndex().siblingAtColumn(0);
    const QModelIndex value = branch.siblingAtColumn(SettingsModel::Value);
    if (!value.data(SettingsModel::IsSettingRole).toBool()) {
        const bool isOpen = m_tree->isExpanded(branch);
        menu.addAction(
            isOpen ? tr("&Collapse") : tr("&Expand"), m_tree,
            [this, branch = QPersistentModelIndex(branch), isOpen] { m_tree->setExpanded(branch, !isOpen); });
        return;
    }
    menu.addAction(icon("copy"_L1), tr("&Copy value"), this, &SettingsPage::copyCurrent)
        ->setEnabled(!value.data(SettingsModel::SecretRole).toBool());
    menu.addAction(tr("&Edit value"), m_edit, &QPushButton::click)->setEnabled(m_edit->isEnabled());
    menu.addAction(m_revertOne->icon(), tr("&Revert value"), m_revertOne, &QPushButton::click)
        ->setEnabled(m_revertOne->isEnabled());
}

// While it is open, a reload can change the value, move the setting or remove it.
void SettingsPage::editLongText(const QString &id, const QString &typed)
{
    const QModelIndex index = m_model.indexOfSetting(id);
    if (!index.isValid())
        return;
    auto *dialog = new LongTextDialog(
        index.siblingAtColumn(SettingsModel::Name).data().toString(), index.data(Qt::EditRole).toString(),
        [this, id](const QString &text) { return m_model.read(id, text).problem; }, this);
    if (!typed.isNull())
        dialog->beginWith(typed);
    const auto lock = [dialog] {
        dialog->lock(tr("This setting is no longer there or can no longer be changed. Copy your text if you need it."));
    };
    connect(dialog, &LongTextDialog::textAccepted, this,
            [this, id, lock, before = index.data(SettingsModel::HeldRole).toJsonValue()](const QString &text) {
                if (!m_model.setText(id, text, before))
                    lock();
            });
    // At once and permanently: another user can have a setting with the same id.
    connect(&m_model, &QAbstractItemModel::modelReset, dialog, [this, id, lock, name = m_model.fullNameOf(id)] {
        if (m_model.fullNameOf(id) != name)
            lock();
    });
    dialog->open();
}

void SettingsPage::revertCurrent()
{
    m_model.revertAt(m_filter->mapToSource(m_tree->currentIndex()));
}

void SettingsPage::copyCurrent()
{
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(SettingsModel::Value);
    const bool isSecret = value.data(SettingsModel::SecretRole).toBool();
    if (!isSecret)
        QGuiApplication::clipboard()->setText(value.data(Qt::EditRole).toString(), QClipboard::Clipboard);
    m_about->setTone(isSecret ? Tone::Warning : Tone::Quiet);
    m_about->setText(isSecret ? tr("A secret value cannot be copied.") : tr("Value copied."));
    announce(m_about);
}

void SettingsPage::setFilter(const QString &text)
{
    m_place.remember();
    m_filter->setText(text);
    m_place.restore(!text.isEmpty());
    updateButtons();
}

// The rebuild closes the editor; its text is not committed, just as it would not have been otherwise.
void SettingsPage::rememberPlace()
{
    m_samePerson = true;
    m_place.remember();
    const auto typing = m_delegate->typing();
    if (!typing)
        return;
    const bool isSecret = m_model.indexOfSetting(typing->id).data(SettingsModel::SecretRole).toBool();
    m_pending =
        std::make_unique<Pending>(Pending{*typing, m_model.fullNameOf(typing->id), isSecret ? QString() : typing->text,
                                          m_delegate->openEditor()->hasFocus()});
}

void SettingsPage::restorePlace()
{
    m_place.restore(!m_filterEdit->text().isEmpty());
    fitColumns();
    updateButtons();
    const auto pending = std::exchange(m_pending, nullptr);
    const QModelIndex index = pending && m_model.fullNameOf(pending->typing.id) == pending->fullName
                                  ? m_filter->mapFromSource(m_model.indexOfSetting(pending->typing.id))
                                  : QModelIndex();
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEditable)) {
        if (pending && pending->typing.text != pending->typing.opened)
            sayThatItIsGone(pending->shown);
        return;
    }
    m_tree->setCurrentIndex(index.siblingAtColumn(SettingsModel::Name));
    QWidget *focus = pending->hadFocus ? nullptr : QApplication::focusWidget();
    m_tree->edit(index);
    m_delegate->resume(pending->typing);
    if (focus)
        focus->setFocus();
}

void SettingsPage::sayThatItIsGone(const QString &typed)
{
    const QString gone = tr("The setting that you were editing is no longer there or can no longer be changed.");
    m_about->setTone(Tone::Warning);
    m_about->setText(typed.isEmpty() ? gone : gone + u' ' + tr("You had typed: %1").arg(quoted(typed, 300)));
    announce(m_about);
}

void SettingsPage::fitColumns()
{
    if (m_columnsSet || m_filter->rowCount() == 0)
        return;
    const int character = fontMetrics().averageCharWidth();
    m_tree->resizeColumnToContents(SettingsModel::Name);
    m_tree->setColumnWidth(SettingsModel::Name, std::min(m_tree->columnWidth(SettingsModel::Name), 44 * character));
    m_tree->setColumnWidth(SettingsModel::Value, 34 * character);
    m_tree->resizeColumnToContents(SettingsModel::Type);
}

QString SettingsPage::emptyText() const
{
    if (m_filter->rowCount() > 0)
        return {};
    return m_model.rowCount() > 0 ? tr("No setting matches the filter.") : tr("This account has no settings.");
}

// A pressed button takes the focus, and the typed text is committed before the button acts.
void SettingsPage::updateTyping()
{
    const auto typing = m_delegate->typing();
    const bool isTyping = typing && typing->text != typing->opened;
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(SettingsModel::Value);
    m_revertOne->setEnabled(isTyping || value.data(SettingsModel::ChangedRole).toBool());
    if (std::exchange(m_isTyping, isTyping) != isTyping)
        Q_EMIT typingChanged(isTyping);
}

void SettingsPage::updateButtons()
{
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(SettingsModel::Value);
    const bool isSetting = value.data(SettingsModel::IsSettingRole).toBool();
    const bool readOnly = value.data(SettingsModel::ReadOnlyRole).toBool();
    m_edit->setEnabled(isSetting && !readOnly);
    updateTyping();
    say(value.data(SettingsModel::ProblemRole).toString());
}

// For the current setting: what is wrong with the typed text, else the remark about its value.
void SettingsPage::say(const QString &problem)
{
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(SettingsModel::Value);
    const QString notice = problem.isEmpty() ? value.data(SettingsModel::NoticeRole).toString() : problem;
    const QString lock = value.data(SettingsModel::LockReasonRole).toString();
    m_about->setTone(!problem.isEmpty() ? Tone::Bad : notice.isEmpty() ? Tone::Quiet : Tone::Warning);
    m_about->setText(!value.isValid() ? emptyText() : notice.isEmpty() ? lock : notice);
}

// A message of the service about a setting, or a change by somebody else, appears wherever the focus is. With another
// user's settings nothing is news.
void SettingsPage::noteNotices(const QModelIndex &parent, int first, int last, bool isNews)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex name = m_model.index(row, SettingsModel::Name, parent);
        noteNotices(name, 0, m_model.rowCount(name) - 1, isNews);
        if (!name.data(SettingsModel::IsSettingRole).toBool())
            continue;
        const QString notice = name.data(SettingsModel::NoticeRole).toString();
        QString &told = m_notices[name.data(SettingsModel::IdRole).toString()];
        if (std::exchange(told, notice) != notice && isNews && !notice.isEmpty())
            announce(m_about, tr("%1: %2").arg(name.data().toString(), notice));
    }
}

void SettingsPage::focusFilter()
{
    m_filterEdit->setFocus();
    m_filterEdit->selectAll();
}

void SettingsPage::focusSetting(const QString &id)
{
    QModelIndex index = m_filter->mapFromSource(m_model.indexOfSetting(id));
    if (!index.isValid()) {
        m_filterEdit->clear(); // the filter may hide it
        index = m_filter->mapFromSource(m_model.indexOfSetting(id));
    }
    m_tree->setCurrentIndex(index.siblingAtColumn(SettingsModel::Name));
    m_tree->scrollTo(index);
    m_tree->setFocus();
}

void SettingsPage::commitEditor()
{
    m_delegate->closeOpenEditor();
}

bool SettingsPage::hasProblem() const
{
    return !m_model.firstMisfit().isEmpty();
}

void SettingsPage::focusProblem()
{
    focusSetting(m_model.firstMisfit());
    editCurrent();
    announce(m_about);
}

QWidget *SettingsPage::openEditor() const
{
    return m_delegate->openEditor();
}

QByteArray SettingsPage::columnState() const
{
    return m_columnsSet ? m_tree->header()->saveState() : QByteArray();
}

void SettingsPage::restoreColumnState(const QByteArray &state)
{
    m_columnsSet = m_tree->restoreHeader(state);
}

} // namespace lanyard

#include "moc_settingspage.cpp"
