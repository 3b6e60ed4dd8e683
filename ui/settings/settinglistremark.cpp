#include "ui/settings/settinglistremark.h"

#include "core/models/settingsmodel.h"

namespace lanyard {

SettingListRemark::SettingListRemark(const SettingsModel &model, QWidget *parent)
    : PlainLabel({}, parent), m_model(model)
{
    setWordWrap(true);
    connect(&m_model, &SettingsModel::listRemarkChanged, this, &SettingListRemark::updateText);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SettingListRemark::updateText);
    updateText();
}

void SettingListRemark::updateText()
{
    setText(m_model.listRemark());
    setVisible(m_model.rowCount() > 0 && !m_model.listRemark().isEmpty());
}

} // namespace lanyard

#include "moc_settinglistremark.cpp"
