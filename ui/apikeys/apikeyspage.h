#pragma once

#include "core/base/secret.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace lanyard {

class ApiKeysFilter;
class ApiKeysModel;
class PlainLabel;

/// The person's API keys: find one, see what it may do and until when, copy it. Copying never needs revealing.
class ApiKeysPage : public QWidget
{
    Q_OBJECT

public:
    /// @p model must outlive the page.
    explicit ApiKeysPage(ApiKeysModel &model, QWidget *parent = nullptr);

    void focusFilter();
    /// Masks what is revealed.
    void hideSecrets();
    /// While on, nothing can be revealed.
    void setPresentationMode(bool on);
    /// Widths and order of the columns; an empty or foreign state leaves them as they are.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    /// @p what names the thing for the person ("Key 'build server'"), never its value.
    void copyRequested(const lanyard::Secret &secret, const QString &what);

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions();
    void arrange();
    /// The selected row of the model, not of the filter; -1 when there is none.
    [[nodiscard]] int currentRow() const;
    void copyKey();
    void copyClientSecret();
    void setRevealed(bool on);
    void updateActions();
    void updateCount();
    void fitColumns();

    ApiKeysModel &m_model;
    ApiKeysFilter *m_filter;
    QLineEdit *m_filterEdit;
    QComboBox *m_show;
    PlainLabel *m_count;
    QTableView *m_table;
    QPushButton *m_copyKey;
    QPushButton *m_copyClientSecret;
    QPushButton *m_reveal;
    QTimer m_hideAgain{this};
    bool m_presentationMode = false;
    bool m_columnsSet = false; // by the person, now or at an earlier start
};

} // namespace lanyard
