#pragma once

#include "ui/settings/interruptededit.h"
#include "ui/settings/settingsplace.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace lanyard {

class FilterEdit;
class NoSettings;
class PageHeader;
class Path;
class SettingRemark;
class SettingsFilter;
class SettingsModel;
class SettingsTree;

/// The user's settings by category and group. Edits go into the same document as the profile, and the same save.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// @p model must outlive the page.
    explicit SettingsPage(SettingsModel &model, QWidget *parent = nullptr);
    ~SettingsPage() override;

    void focusFilter();
    /// In a low window the page is tighter, so that more of the list is in sight.
    void setLow(bool isLow);
    [[nodiscard]] FilterEdit &filter() { return *m_filterEdit; }
    /// Ends the filter.
    void showAll();
    /// Entries for a menu: see makeSortActions().
    [[nodiscard]] QList<QAction *> sortActions() const;
    /// Selects the setting with that id and brings it into view.
    void focusSetting(const QString &id);
    /// The same for the first of @p places that the list shows, if it shows one of them.
    void focusFirstOf(const QList<Path> &places);
    /// Commits the text being typed in a cell, so that a save includes it.
    void commitEditor() { m_delegate->closeOpenEditor(); }
    /// While @p on, nothing shows a secret that a cell masks: what is being typed there is committed.
    void setPresentationMode(bool on);
    /// Before and after another account is shown: an open editor is open again then.
    void leave() { m_interrupted.leave(); }
    void comeBack() { m_interrupted.comeBack(); }
    /// What an input method shows in a cell becomes text.
    void finishComposing() { m_delegate->finishComposing(); }
    /// Whether a setting's text is invalid for its type.
    [[nodiscard]] bool hasProblem() const;
    /// Goes to the first such setting.
    void focusProblem();
    /// The same with the setting that has @p id.
    void correct(const QString &id);
    /// The editor of the cell being edited; null if there is none.
    [[nodiscard]] QWidget *openEditor() const { return m_delegate->openEditor(); }

    /// The widths of the columns, for restoreColumnState().
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    /// The content of the open editor differs from its original one and is not committed yet; or no longer.
    void typingChanged(bool isTyping);

private:
    [[nodiscard]] static QString aboutPage();
    void arrange();
    void connectDelegate();
    void connectModel();
    void connectTree();
    void connectButtons();
    void editCurrent();
    void takeText(const QString &id, const QString &text, const QJsonValue &before);
    void switchSetting(const QModelIndex &value);
    void tellValue(const QString &id);
    bool moveFocusTo(const QString &id);
    void setFilter(const QString &text);
    void showMatches(const QString &text);
    void rememberPlace();
    void restorePlace();
    void updateButtons();
    void followCurrent();
    void updateTyping(bool isInvalid = false);
    void showWhatIsThere();
    void showWhatIsThereSoon();
    [[nodiscard]] QString foundText() const;
    [[nodiscard]] QModelIndex currentValue() const;

    SettingsModel &m_model;
    SettingsFilter *m_filter;
    FilterEdit *m_filterEdit;
    PageHeader *m_header;
    SettingsTree *m_tree;
    NoSettings *m_none;
    SettingDelegate *m_delegate;
    QPushButton *m_edit;
    QPushButton *m_revertOne;
    QPushButton *m_colour; // only beside a colour
    SettingRemark *m_remark;
    SettingsPlace m_place;
    InterruptedEdit m_interrupted;
    QString m_typedId;         // the setting whose open editor has an uncommitted text; empty: there is none
    bool m_isSameUser = false; // whether the rebuild that starts is for the same user
    bool m_isCountDue = false;
};

} // namespace lanyard
