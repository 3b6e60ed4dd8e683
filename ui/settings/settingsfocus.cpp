// Where the focus goes in the settings.
#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "ui/common/filteredit.h"
#include "ui/settings/settingremark.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/settingstree.h"

namespace lanyard {

void SettingsPage::focusSetting(const QString &id)
{
    if (!moveFocusTo(id)) // after undo
        tellValue(id);
}

// False if it was there already, so that a screen reader is told nothing by it.
bool SettingsPage::moveFocusTo(const QString &id)
{
    QModelIndex index = m_filter->mapFromSource(m_model.indexOfSetting(id));
    if (!index.isValid()) {
        m_filterEdit->clear(); // the filter may hide it
        index = m_filter->mapFromSource(m_model.indexOfSetting(id));
    }
    const bool isThere = m_tree->hasFocus() && m_tree->currentIndex().siblingAtColumn(index.column()) == index;
    m_tree->setCurrentIndex(index.siblingAtColumn(SettingsModel::Name));
    m_tree->scrollTo(index);
    m_tree->setFocus();
    return !isThere;
}

bool SettingsPage::hasProblem() const
{
    return !m_model.firstMisfit().isEmpty();
}

void SettingsPage::focusProblem()
{
    correct(m_model.firstMisfit());
}

void SettingsPage::correct(const QString &id)
{
    moveFocusTo(id);
    editCurrent();
    m_remark->repeat();
}

} // namespace lanyard
