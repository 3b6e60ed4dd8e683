#pragma once

#include "ui/settings/settingdelegate.h"

class QTreeView;

namespace lanyard {

class SettingsFilter;
class SettingRemark;
class SettingsModel;

/// The open editor of a setting, while the rows around it change. A rebuild of the tree closes it: what was typed is
/// not committed, just as it would not have been otherwise, and is in the editor that is opened afterwards. If the
/// setting is gone or locked by then, the remark shows the text, unless it is a secret, and takes the keys that follow.
class InterruptedEdit
{
public:
    /// All must outlive it.
    InterruptedEdit(SettingsModel &model, SettingsFilter &filter, QTreeView &tree, SettingDelegate &delegate,
                    SettingRemark &remark);

    /// Before the rebuild.
    void remember();
    /// After it.
    void resume();
    /// The model has not taken @p text for the setting with @p id.
    void tellLost(const QString &id, const QString &text);

    /// Before another account is shown: the text is committed, so that it is there for a draft and a save.
    void leave();
    /// The account is shown again, and the editor is open where it was.
    void comeBack();

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

    void endIfLocked();
    [[nodiscard]] bool isSecret(const QString &id) const;
    void reopen(const QModelIndex &setting, const Pending &pending);

    SettingsModel &m_model;
    SettingsFilter &m_filter;
    QTreeView &m_tree;
    SettingDelegate &m_delegate;
    SettingRemark &m_remark;
    std::optional<Pending> m_pending;
    bool m_hadFocus = false; // before rows are sorted
    QString m_leftId;        // the setting that was being edited when another account was shown
    int m_leftCursor = 0;
};

} // namespace lanyard
