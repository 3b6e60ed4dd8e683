#include "ui/settings/settingsplace.h"

#include "core/models/settingsmodel.h"

#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A setting by its id, a branch by its names. The two forms cannot collide.
QString nameOf(const QModelIndex &index)
{
    if (index.data(SettingsModel::IsSettingRole).toBool())
        return u"id "_s + index.data(SettingsModel::IdRole).toString();
    QString name;
    for (QModelIndex branch = index.siblingAtColumn(0); branch.isValid(); branch = branch.parent())
        name = u'\n' + branch.data().toString() + name;
    return name;
}

} // namespace

void SettingsPlace::choose(const QModelIndex &index)
{
    if (!m_isRestoring && index.isValid())
        m_chosen = nameOf(index);
}

void SettingsPlace::fold(const QModelIndex &branch, bool isFolded)
{
    if (m_isRestoring)
        return;
    if (isFolded)
        m_folded.insert(nameOf(branch));
    else
        m_folded.remove(nameOf(branch));
}

void SettingsPlace::remember()
{
    const QModelIndex top = m_tree.indexAt(QPoint(m_tree.width() / 2, 1));
    m_top = top.isValid() && m_tree.model()->rowCount() > 0 ? nameOf(top) : QString();
    m_isRestoring = true;
}

void SettingsPlace::restore(bool unfolded)
{
    m_isRestoring = true;
    m_tree.expandAll();
    if (!unfolded) {
        for (const QString &branch : std::as_const(m_folded))
            m_tree.collapse(find(branch));
    }
    const QModelIndex top = m_top.isEmpty() ? QModelIndex() : find(m_top);
    QModelIndex current = m_chosen.isEmpty() ? QModelIndex() : find(m_chosen);
    if (!current.isValid())
        current = firstSetting();
    if (current.siblingAtColumn(0) != m_tree.currentIndex().siblingAtColumn(0))
        m_tree.setCurrentIndex(current);
    if (top.isValid()) {
        m_tree.scrollTo(top, QAbstractItemView::PositionAtTop);
    } else {
        m_tree.scrollToTop();
        m_tree.scrollTo(m_tree.currentIndex());
    }
    m_isRestoring = false;
}

void SettingsPlace::forget()
{
    m_chosen.clear();
    m_top.clear();
    m_folded.clear();
}

QModelIndex SettingsPlace::find(const QString &name) const
{
    const QAbstractItemModel &model = *m_tree.model();
    QModelIndexList open{QModelIndex()};
    while (!open.isEmpty()) {
        const QModelIndex parent = open.takeLast();
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (nameOf(index) == name)
                return index;
            open.append(index);
        }
    }
    return {};
}

QModelIndex SettingsPlace::firstSetting() const
{
    QModelIndex index = m_tree.model()->index(0, SettingsModel::Name);
    while (index.isValid() && !index.data(SettingsModel::IsSettingRole).toBool())
        index = m_tree.model()->index(0, SettingsModel::Name, index);
    return index;
}

} // namespace lanyard
