#pragma once

#include "core/base/secret.h"

#include <QBasicTimer>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace lanyard {

class ApiKey;
class ApiKeysModel;
class KeysTable;
class TonedLabel;

/// What can be done with the selected key: copy it, copy its client secret, reveal it. Buttons below the table, the
/// menu of its row, and keys. Copying never requires revealing.
class KeyActions : public QWidget
{
    Q_OBJECT

public:
    /// @p table shows @p model; both must outlive it. Takes ownership of @p last, which is at the end of the row.
    KeyActions(ApiKeysModel &model, KeysTable &table, QWidget *last);

    /// While @p widget has the focus, Ctrl+C copies the key, unless a part of its own text is selected; so does Enter,
    /// unless it is a combo box. The table is such a widget from the start.
    void takeKeysOf(QWidget &widget);
    /// Masks a revealed key.
    void hideSecrets();
    /// While on, nothing can be revealed.
    void setPresentationMode(bool on);
    /// Briefly confirms that the requested secret is on the clipboard.
    void showCopied();
    /// Another key may be selected: one that is not is masked again. This changes the model.
    void follow();
    /// The buttons alone.
    void updateButtons();

Q_SIGNALS:
    /// See ApiKeysPage.
    void copyRequested(const lanyard::Secret &secret, const QString &what, const QString &caution);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void showMenu(const QPoint &position);
    void copyKey();
    void copyClientSecret();
    void setRevealed(bool on);
    void tellNothingToCopy(const ApiKey &key);
    void forgetCopied();
    void showSecondsLeft();
    void makeRoom();
    void giveRoomBack();

    ApiKeysModel &m_model;
    KeysTable &m_table;
    QPushButton *m_copyKey;
    QPushButton *m_copyClientSecret;
    QPushButton *m_reveal;
    TonedLabel *m_copied;
    QTimer m_hideAgain{this};
    QBasicTimer m_countdown; // while a key is revealed
    int m_maskedWidth = 0;   // of the key column, while a key is revealed
    bool m_presentationMode = false;
};

} // namespace lanyard
