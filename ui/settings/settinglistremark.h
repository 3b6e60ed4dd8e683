#pragma once

#include "ui/look/plainlabel.h"

namespace lanyard {

class SettingsModel;

/// What of the service's list of settings cannot be read; hidden if nothing is missing. Without a row, SettingRemark
/// says why.
class SettingListRemark : public PlainLabel
{
    Q_OBJECT

public:
    /// @p model must outlive it.
    SettingListRemark(const SettingsModel &model, QWidget *parent);

private:
    void updateText();

    const SettingsModel &m_model;
};

} // namespace lanyard
