#pragma once

#include <QMenu>

class QPushButton;

namespace lanyard {

class SettingsTree;

/// The context menu of the current row: what can be done with the setting, or with the branch. Deletes itself.
class SettingRowMenu : public QMenu
{
    Q_OBJECT

public:
    /// @p edit and @p revert are the buttons for the current setting.
    SettingRowMenu(SettingsTree &tree, QPushButton &edit, QPushButton &revert);

private:
    void addBranchActions();
    void addSettingActions(QPushButton &edit, QPushButton &revert);
    void addButton(const QString &text, QPushButton &button);

    SettingsTree &m_tree;
};

} // namespace lanyard
