#pragma once

#include "ui/settings/settingsplace.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QAction;
class QLineEdit;
class QMenu;
class QPushButton;

namespace lanyard {

class LateAnnouncement;
class TonedLabel;
class SettingDelegate;
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
    /// Entries for a menu: see makeSortActions().
    [[nodiscard]] QList<QAction *> sortActions() const;
    /// Selects the setting with that id and brings it into view.
    void focusSetting(const QString &id);
    /// Commits the text being typed in a cell, so that a save includes it.
    void commitEditor();
    /// Whether a setting's text is invalid for its type.
    [[nodiscard]] bool hasProblem() const;
    /// Goes to the first such setting.
    void focusProblem();
    /// The editor of the cell being edited; null if there is none.
    [[nodiscard]] QWidget *openEditor() const;

    /// The widths of the columns, for restoreColumnState().
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    /// The content of the open editor differs from its original one and is not committed yet; or no longer.
    void typingChanged(bool isTyping);

private:
    struct Pending;
    /// Before rows are sorted.
    struct Sight
    {
        bool chosen = false;  // the row that the user chose is in view
        bool editing = false; // the open editor has the focus
    };
    void arrange();
    void connectTree();
    void noteSight();
    void keepSight();
    void editCurrent();
    void showMenu(const QPoint &place);
    void addRowActions(QMenu &menu);
    void editLongText(const QString &id, const QString &typed);
    void revertCurrent();
    void copyCurrent();
    void setFilter(const QString &text);
    void rememberPlace();
    void restorePlace();
    void sayThatItIsGone(const QString &typed);
    void fitColumns();
    void updateButtons();
    void updateTyping();
    void say(const QString &problem);
    void noteNotices(const QModelIndex &parent, int first, int last, bool isNews);
    [[nodiscard]] QString emptyText() const;

    SettingsModel &m_model;
    SettingsFilter *m_filter;
    QLineEdit *m_filterEdit;
    SettingsTree *m_tree;
    SettingDelegate *m_delegate;
    QPushButton *m_edit;
    QPushButton *m_revertOne;
    TonedLabel *m_about;
    LateAnnouncement *m_late;
    SettingsPlace m_place;
    Sight m_sight;
    std::unique_ptr<Pending> m_pending; // an editor that a rebuild closes, until it is open again
    QHash<QString, QString> m_notices;  // by id, as last announced
    bool m_isTyping = false;
    bool m_samePerson = false; // whether the rebuild that starts is for the same user
    bool m_columnsSet = false; // by the user, now or in an earlier run, or from the content
};

} // namespace lanyard
