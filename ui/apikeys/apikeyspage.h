#pragma once

#include "core/base/secret.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace lanyard {

class ApiKeysFilter;
class ApiKeysModel;
class KeysTable;
class PlainLabel;
class TonedLabel;

/// The user's API keys: find one, see its permissions and expiry, copy it. Copying never requires revealing.
class ApiKeysPage : public QWidget
{
    Q_OBJECT

public:
    /// @p model must outlive the page.
    explicit ApiKeysPage(ApiKeysModel &model, QWidget *parent = nullptr);

    void focusFilter();
    /// Sort actions for a menu; they belong to the page.
    [[nodiscard]] QList<QAction *> sortActions() const;
    /// Masks revealed secrets.
    void hideSecrets();
    /// While on, nothing can be revealed.
    void setPresentationMode(bool on);
    /// Briefly confirms that the requested secret is on the clipboard.
    void showCopied();
    /// Widths and order of the columns; empty if they have never been shown. An empty or foreign state changes nothing.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    /// @p what describes the item for the user ("Key 'build server'"), never its value. @p caution is a warning about
    /// the key, see ApiKeysModel::caution().
    void copyRequested(const lanyard::Secret &secret, const QString &what, const QString &caution);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions();
    void arrange();
    [[nodiscard]] QWidget *makeEmptyPage();
    void showMenu(const QPoint &place);
    void copyKey();
    void copyClientSecret();
    void setRevealed(bool on);
    void filterChanged();
    void clearFilter();
    void enterTable();
    void updateSoon();
    void updateActions();
    void updateButtons();
    void updateRows();
    void fitColumns();

    ApiKeysModel &m_model;
    ApiKeysFilter *m_filter;
    QLineEdit *m_filterEdit;
    QComboBox *m_show;
    PlainLabel *m_count;
    KeysTable *m_table;
    QStackedWidget *m_rows; // the table, or why it is empty
    PlainLabel *m_empty;
    QPushButton *m_clearFilter;
    QPushButton *m_copyKey;
    QPushButton *m_copyClientSecret;
    QPushButton *m_reveal;
    TonedLabel *m_copied;
    QTimer m_hideAgain{this};
    int m_maskedWidth = 0; // of the key column, while a key is revealed
    bool m_isUpdateDue = false;
    bool m_presentationMode = false;
    bool m_columnsSet = false; // to the content, or by the user in an earlier run
};

} // namespace lanyard
