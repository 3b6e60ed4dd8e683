#include "ui/settings/settingspage.h"

#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "ui/common/icons.h"
#include "ui/common/plainlabel.h"
#include "ui/common/tonedlabel.h"
#include "ui/settings/longtextdialog.h"
#include "ui/settings/settingdelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lanyard {

SettingsPage::SettingsPage(SettingsModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new SettingsFilter(this)), m_filterEdit(new QLineEdit),
      m_tree(new QTreeView), m_delegate(new SettingDelegate(m_tree)), m_edit(new QPushButton(tr("E&dit value"))),
      m_revertOne(new QPushButton(tr("Revert val&ue"))), m_about(new TonedLabel)
{
    m_filter->setSourceModel(&model);
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setAccessibleName(tr("Settings"));
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_filterEdit->setAccessibleName(tr("Filter"));
    m_filterEdit->setClearButtonEnabled(true);
    m_about->setWordWrap(true);
    arrange();

    connect(m_filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        m_tree->expandAll();
        selectFirstSetting();
    });
    connect(m_delegate, &SettingDelegate::typed, &m_model, &SettingsModel::setText);
    connect(&m_model, &SettingsModel::aboutToRebuild, m_delegate, &SettingDelegate::commitOpenEditor);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &SettingsPage::updateAfterReset);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &SettingsPage::updateButtons);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SettingsPage::updateButtons);
    connect(m_delegate, &SettingDelegate::longTextRequested, this, &SettingsPage::editLongText, Qt::QueuedConnection);
    connect(m_edit, &QPushButton::clicked, this, &SettingsPage::editCurrent);
    connect(m_revertOne, &QPushButton::clicked, this, &SettingsPage::revertCurrent);
    updateAfterReset();
}

void SettingsPage::arrange()
{
    auto *filterLabel = new PlainLabel(tr("&Filter"));
    filterLabel->setBuddy(m_filterEdit);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(filterLabel);
    top->addWidget(m_filterEdit, 1);
    m_revertOne->setIcon(icon("revert"_L1));
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_edit);
    bottom->addWidget(m_revertOne);
    bottom->addWidget(m_about, 1);
    for (QPushButton *button : {m_edit, m_revertOne})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    layout->addLayout(bottom);
}

void SettingsPage::editCurrent()
{
    m_tree->setFocus();
    m_tree->edit(m_tree->currentIndex().siblingAtColumn(SettingsModel::Value));
}

// While it is open, a reload can bring another value, put the setting elsewhere or take it away.
void SettingsPage::editLongText(const QString &id)
{
    const QModelIndex index = m_model.indexOfSetting(id);
    if (!index.isValid())
        return;
    auto *dialog = new LongTextDialog(index.siblingAtColumn(SettingsModel::Name).data().toString(),
                                      index.data(Qt::EditRole).toString(), this);
    const auto lock = [dialog] {
        dialog->lock(tr("This setting is no longer there or can no longer be changed. Copy your text if you need it."));
    };
    connect(dialog, &LongTextDialog::textAccepted, this,
            [this, id, lock, before = index.data(SettingsModel::HeldRole).toJsonValue()](const QString &text) {
                if (!m_model.setText(id, text, before))
                    lock();
            });
    // At once and for good: with the next person there can be a setting of the same id.
    connect(&m_model, &QAbstractItemModel::modelReset, dialog, [this, id, lock] {
        if (!m_model.indexOfSetting(id).isValid())
            lock();
    });
    dialog->open();
}

void SettingsPage::revertCurrent()
{
    m_model.revertAt(m_filter->mapToSource(m_tree->currentIndex()));
}

void SettingsPage::updateAfterReset()
{
    m_tree->expandAll();
    for (const int column : {SettingsModel::Name, SettingsModel::Type})
        m_tree->resizeColumnToContents(column);
    m_tree->setColumnWidth(SettingsModel::Value, 240);
    selectFirstSetting();
}

// So that "Edit value" is one step away after a search.
void SettingsPage::selectFirstSetting()
{
    QModelIndex index = m_filter->index(0, SettingsModel::Name);
    while (index.isValid() && !index.data(SettingsModel::IsSettingRole).toBool())
        index = m_tree->indexBelow(index);
    m_tree->setCurrentIndex(index);
    updateButtons();
}

void SettingsPage::updateButtons()
{
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(SettingsModel::Value);
    const bool isSetting = value.data(SettingsModel::IsSettingRole).toBool();
    const bool readOnly = value.data(SettingsModel::ReadOnlyRole).toBool();
    m_edit->setEnabled(isSetting && !readOnly);
    m_revertOne->setEnabled(value.data(SettingsModel::ChangedRole).toBool());
    const QString notice = value.data(SettingsModel::NoticeRole).toString();
    m_about->setTone(notice.isEmpty() ? Tone::Quiet : Tone::Warning);
    m_about->setText(notice.isEmpty() ? value.data(SettingsModel::LockReasonRole).toString() : notice);
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
        m_filterEdit->clear(); // it may be hidden by what is filtered for
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

} // namespace lanyard

#include "moc_settingspage.cpp"
