#pragma once

#include "ui/settings/settingdelegate.h"

class QTreeView;

namespace lanyard {

class SettingsFilter;
class SettingsModel;

/// The open editor of a setting, while the rows around it change. A rebuild of the tree closes it: what was typed is
/// not committed, just as it would not have been otherwise, and is in the editor that is opened afterwards.
class InterruptedEdit
{
public:
    /// All must outlive it.
    InterruptedEdit(SettingsModel &model, SettingsFilter &filter, QTreeView &tree, SettingDelegate &delegate)
        : m_model(model), m_filter(filter), m_tree(tree), m_delegate(delegate)
    {
    }

    /// Before the rebuild.
    void remember();
    /// After it. The value is a typed text that has lost its setting; of a secret it is empty.
    [[nodiscard]] std::optional<QString> resume();

    /// Before rows are sorted.
    void noteFocus();
    /// Afterwards: Qt hides an open editor while rows move, and the focus goes elsewhere.
    void restoreFocus();

private:
    struct Pending
    {
        SettingDelegate::Typing typing;
        QString fullName;
        QString shown; // the typed text, unless it is a secret
        bool hadFocus = false;
    };

    void reopen(const QModelIndex &setting, const Pending &pending);

    SettingsModel &m_model;
    SettingsFilter &m_filter;
    QTreeView &m_tree;
    SettingDelegate &m_delegate;
    std::optional<Pending> m_pending;
    bool m_hadFocus = false; // before rows are sorted
};

} // namespace lanyard
