// What the page does when its parts, or the model, report something.
#include "ui/settings/settingspage.h"

#include "core/document/change.h"
#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "ui/common/announce.h"
#include "ui/common/filteredit.h"
#include "ui/look/pageheader.h"
#include "ui/look/spacing.h"
#include "ui/settings/colourchoice.h"
#include "ui/settings/longsetting.h"
#include "ui/settings/nosettings.h"
#include "ui/settings/settingeditors.h"
#include "ui/settings/settingremark.h"
#include "ui/settings/settingrowmenu.h"
#include "ui/settings/settingstree.h"

#include <QLayout>
#include <QPushButton>

#include <map>
#include <utility>

namespace lanyard {

void SettingsPage::takeText(const QString &id, const QString &text, const QJsonValue &before)
{
    if (!m_model.setText(id, text, before))
        m_interrupted.tellLost(id, text);
    m_place.choose(m_filter->mapFromSource(m_model.indexOfSetting(id)));
}

void SettingsPage::switchSetting(const QModelIndex &value)
{
    const QString id = value.data(SettingsModel::IdRole).toString();
    takeText(id, switchedText(value).value_or(QString()), value.data(SettingsModel::HeldRole).toJsonValue());
    tellValue(id);
}

void SettingsPage::focusFirstOf(const QList<Path> &places)
{
    std::map<QList<int>, QString> byRows;
    for (const Path &place : places) {
        const QString id = place.isFormerSetting() ? QString() : place.settingId();
        QList<int> rows;
        for (QModelIndex row = m_filter->mapFromSource(m_model.indexOfSetting(id)); row.isValid(); row = row.parent())
            rows.prepend(row.row());
        if (!rows.isEmpty())
            byRows.insert({rows, id});
    }
    if (!byRows.empty())
        moveFocusTo(byRows.begin()->second);
}

// Where the focus stays on its row, so that a screen reader has to be told.
void SettingsPage::tellValue(const QString &id)
{
    const QModelIndex value = m_model.indexOfSetting(id);
    if (!value.isValid())
        return;
    const QVariant check = value.data(Qt::CheckStateRole);
    const QString state = check.toInt() == Qt::Checked ? tr("checked") : tr("not checked");
    announce(m_tree, tr("%1: %2", "a setting and its value")
                         .arg(value.siblingAtColumn(SettingsModel::Name).data().toString(),
                              check.isValid() ? state : value.data().toString()));
}

void SettingsPage::connectDelegate()
{
    connect(m_delegate, &SettingDelegate::typed, this, &SettingsPage::takeText);
    connect(m_delegate, &SettingDelegate::cancelled, &m_model, &SettingsModel::dropMisfit);
    connect(m_delegate, &SettingDelegate::problemFound, this, [this](const QString &problem, bool insisted) {
        updateTyping(!problem.isEmpty());
        m_remark->showTyped(problem, insisted);
    });
    connect(
        m_delegate, &SettingDelegate::longTextRequested, this,
        [this](const QString &id, const QString &typed) {
            // Later: the cell from which the lines have come is still open.
            editLongSetting(m_model, id, typed, this, [this] {
                QMetaObject::invokeMethod(m_remark, &SettingRemark::tellKeptHidden, Qt::QueuedConnection);
            });
        },
        Qt::QueuedConnection);
    connect(m_delegate, &SettingDelegate::removed, m_remark, &SettingRemark::showRemoved);
    connect(m_delegate, &SettingDelegate::keptHidden, m_remark, &SettingRemark::tellKeptHidden);
    connect(m_delegate, &SettingDelegate::closeEditor, this, [this] {
        m_remark->endTyping();
        followCurrent();
        m_remark->revealProblem();
    });
}

void SettingsPage::connectModel()
{
    connect(&m_model, &SettingsModel::aboutToRebuild, this, &SettingsPage::rememberPlace);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (!std::exchange(m_isSameUser, false))
            m_place.forget();
    });
    // A folded branch is marked, of whose rows the view hears nothing.
    connect(&m_model, &QAbstractItemModel::dataChanged, m_tree->viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &SettingsModel::listRemarkChanged, this, &SettingsPage::updateButtons);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_filter->rowCount() == 0)
            showWhatIsThereSoon(); // which repeats what is searched for: presentation mode may hide it now
    });
    for (const auto rowsChanged : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, rowsChanged, this, &SettingsPage::showWhatIsThereSoon);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &SettingsPage::restorePlace);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &SettingsPage::followCurrent);
    connect(m_filter, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        m_place.noteSight();
        m_interrupted.noteFocus();
    });
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, [this] {
        m_place.keepSight();
        m_interrupted.restoreFocus();
    });
}

void SettingsPage::connectTree()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current, const QModelIndex &previous) {
                const bool isByHand = m_tree->hasFocus() || openEditor();
                if (isByHand && current.siblingAtColumn(0) != previous.siblingAtColumn(0))
                    m_filter->setData(previous, true, SettingsModel::NoticeRole); // what it told has been looked at
                m_place.choose(current);
                followCurrent();
            });
    // The first that a filter finds is current already.
    connect(m_tree, &QTreeView::pressed, this, [this](const QModelIndex &row) { m_place.choose(row); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &branch) { m_place.fold(branch, true); });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &branch) { m_place.fold(branch, false); });
    connect(m_tree, &SettingsTree::lockedPressed, m_remark, &SettingRemark::tellLocked);
    connect(m_tree, &SettingsTree::switchPressed, this, &SettingsPage::switchSetting);
    connect(m_tree, &SettingsTree::copied, m_remark, &SettingRemark::tellCopied);
    connect(m_tree, &SettingsTree::menuRequested, this, [this](const QPoint &position) {
        (new SettingRowMenu(*m_tree, *m_edit, *m_revertOne, *m_colour))->popup(position);
    });
}

void SettingsPage::connectButtons()
{
    connect(m_filterEdit, &QLineEdit::textChanged, this, &SettingsPage::setFilter);
    m_filterEdit->leadTo(m_tree);
    connect(m_none, &NoSettings::clearFilterRequested, this, [this] {
        m_filterEdit->clear();
        m_filterEdit->setFocus();
    });
    connect(m_edit, &QPushButton::clicked, this, &SettingsPage::editCurrent);
    connect(m_colour, &QPushButton::clicked, this,
            [this] { chooseColour(m_model, currentValue().data(SettingsModel::IdRole).toString(), this); });
    connect(m_revertOne, &QPushButton::clicked, this,
            [this] { m_model.revertAt(m_filter->mapToSource(m_tree->currentIndex())); });
}

QString SettingsPage::aboutPage()
{
    return tr("Stored with your account, for every program that uses it.");
}

void SettingsPage::setLow(bool isLow)
{
    m_header->setLow(isLow);
    m_header->setLine(isLow ? QString() : aboutPage());
    setSpaces(*layout(), isLow ? Space::Medium : Space::Large, isLow ? Space::Small : Space::Medium);
}

} // namespace lanyard
