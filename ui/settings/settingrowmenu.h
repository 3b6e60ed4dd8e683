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
    /// @p edit, @p revert and @p colour are the buttons for the current setting; only those that are shown count.
    SettingRowMenu(SettingsTree &tree, QPushButton &edit, QPushButton &revert, QPushButton &colour);

private:
    void addBranchActions();
    void addSettingActions(QPushButton &edit, QPushButton &revert, QPushButton &colour);
    void addButton(const QString &text, QPushButton &button);

    SettingsTree &m_tree;
};

} // namespace lanyard
