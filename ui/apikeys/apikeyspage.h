#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QStackedWidget;

namespace lanyard {

class ApiKeysFilter;
class ApiKeysModel;
class ExpiryNotice;
class FilterEdit;
class KeyActions;
class KeyDetails;
class KeysTable;
class LateAnnouncement;
class EmptyList;
class HiddenSecrets;
class PageHeader;
class MenuButton;
class PlainLabel;

/// The user's API keys: find one, see its permissions and expiry, copy it. Copying never requires revealing.
class ApiKeysPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page. @p hidden: what is not repeated of a filter, either.
    ApiKeysPage(ApiKeysModel &model, const HiddenSecrets &hidden, QWidget *parent = nullptr);

    void focusFilter();
    [[nodiscard]] FilterEdit &filter() { return *m_filterEdit; }
    /// In a low window the list comes first: what there is to know of it is below it, not above.
    void setLow(bool isLow);
    /// Ends every filter.
    void showAll();
    /// Sort actions for a menu; they belong to the page.
    [[nodiscard]] QList<QAction *> sortActions() const;
    /// An action for each column that can be shown or not; they belong to the page.
    [[nodiscard]] QList<QAction *> columnActions() const;
    /// The address of the account's service.
    void setServer(const QString &server);
    /// Adds @p more to the menus of the keys; they stay the caller's.
    void addKeyActions(const QList<QAction *> &more);
    /// Adds @p tools, which are about no key or about all, to the menu beside the filter; they stay the caller's.
    void addTools(const QList<QAction *> &tools);
    /// The row of the selected key in the model; -1 if there is none.
    [[nodiscard]] int selectedKey() const;
    /// Selects the key in that row of the model, whose filter is cleared if it hides it, and goes to it.
    void showKey(int row);
    /// Copies the selected key, if there is one.
    void copyKey();
    /// Masks revealed secrets.
    void hideSecrets();
    /// While on, nothing can be revealed.
    void setPresentationMode(bool on);
    /// Briefly confirms that the requested secret is on the clipboard.
    void showCopied();
    /// It has left the clipboard again.
    void forgetCopied();
    /// Which columns are shown, their widths and order; empty if they have never been seen. An empty or foreign state
    /// changes nothing.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    /// Another key may be selected, or the same one may be another.
    void selectedKeyChanged();
    /// @p what describes the item for the user ("Key 'build server'"), never its value; @p copied says that it was
    /// copied, and as what, with %1 in its place. @p caution is a warning about the key, see ApiKeysModel::caution().
    void copyRequested(const lanyard::Secret &secret, const QString &what, const QString &copied,
                       const QString &caution);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectParts();
    void arrange();
    [[nodiscard]] QLayout *filterRow();
    void filterChanged();
    void showMatches();
    void clearFilter();
    void showInAnyState();
    void enterTable();
    void showExpiring();
    void updateSoon();
    void updateRows();
    void updateTexts();
    void followSelection();
    void keepTableInSight();
    void explainNoRow();
    void tellFound();
    [[nodiscard]] QString whyNoRow(bool hasOthers) const;

    ApiKeysModel &m_model;
    const HiddenSecrets &m_hidden;
    ApiKeysFilter *m_filter;
    FilterEdit *m_filterEdit;
    QComboBox *m_show;
    QMenu *m_tools;
    MenuButton *m_toolsButton;
    PageHeader *m_header;
    PlainLabel *m_remark; // about the list itself
    ExpiryNotice *m_expiry;
    KeysTable *m_table;
    EmptyList *m_empty;
    QStackedWidget *m_rows; // the table, or why it is empty
    LateAnnouncement *m_found;
    KeyActions *m_actions;
    KeyDetails *m_details;
    QString m_summary;
    QString m_expiring;
    bool m_isLow = false;
    bool m_isSummaryOld = true; // the two before: there may be many thousand keys
    bool m_isUpdateDue = false;
};

} // namespace lanyard
