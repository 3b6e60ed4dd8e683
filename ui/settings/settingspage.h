#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace lanyard {

class TonedLabel;
class SettingDelegate;
class SettingsFilter;
class SettingsModel;

/// The person's settings by category and group. Edits go into the same document as the profile, and the same save.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// @p model must outlive the page.
    explicit SettingsPage(SettingsModel &model, QWidget *parent = nullptr);

    void focusFilter();
    /// Selects the setting with that id and brings it into view.
    void focusSetting(const QString &id);
    /// Takes over what is being typed in a cell, so that a save includes it.
    void commitEditor();

private:
    void arrange();
    void editCurrent();
    void editLongText(const QString &id);
    void revertCurrent();
    void updateAfterReset();
    void selectFirstSetting();
    void updateButtons();

    SettingsModel &m_model;
    SettingsFilter *m_filter;
    QLineEdit *m_filterEdit;
    QTreeView *m_tree;
    SettingDelegate *m_delegate;
    QPushButton *m_edit;
    QPushButton *m_revertOne;
    TonedLabel *m_about;
};

} // namespace lanyard
