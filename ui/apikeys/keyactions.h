#pragma once

#include "core/base/secret.h"

#include <QBasicTimer>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QMenu;
class QPushButton;

namespace lanyard {

class ApiKey;
class ApiKeysModel;
class CopyAsMenu;
class CountedButton;
class KeysTable;
class TonedLabel;

/// What can be done with the selected key: copy it, copy its client secret, reveal it. Buttons in its details, the menu
/// of its row, and keys. Copying never requires revealing.
class KeyActions : public QWidget
{
    Q_OBJECT

public:
    /// @p table shows @p model; both must outlive it.
    KeyActions(ApiKeysModel &model, KeysTable &table);

    /// While @p widget has the focus, Ctrl+C copies the key, unless a part of its own text is selected. The table is
    /// such a widget from the start.
    void takeCopyOf(QWidget &widget);
    /// Enter does the same. The table is such a widget, too.
    void takeEnterOf(QWidget &widget);
    /// Adds @p actions to what is done less often, by the button "More" and in the menu of a row.
    void addToMore(const QList<QAction *> &actions);
    void copyKey();
    void copyClientSecret();
    /// The selected key's, or masks it again.
    void revealClientSecret();
    /// The address of the account's service, for the forms that contain it.
    void setServer(const QString &server);
    /// Masks what is revealed.
    void hideSecrets();
    /// While on, nothing can be revealed.
    void setPresentationMode(bool on);
    /// Briefly confirms that the requested secret is on the clipboard.
    void showCopied();
    /// Takes that back: it has left the clipboard again.
    void forgetCopied();
    /// Another key may be selected: one that is not is masked again. This changes the model.
    void follow();
    /// The buttons alone.
    void updateButtons();

Q_SIGNALS:
    /// Another key may be selected, or the same one may be another.
    void updated();
    /// See ApiKeysPage.
    void copyRequested(const lanyard::Secret &secret, const QString &what, const QString &copied,
                       const QString &caution);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    static constexpr int RevealMs = 20'000;

    void arrange();
    void addMore();
    void showMenu(const QPoint &position);
    void toggle(int column);
    void setRevealed(int column);
    void showCopiedForm(const QString &what);
    void tellNothingToCopy(const ApiKey &key);
    void tellRefused(const QString &why);
    void forgetLater();
    [[nodiscard]] static QString hideText(int ms);
    void showSecondsLeft();
    void describeButtons(int row, const QString &whyNot);

    ApiKeysModel &m_model;
    KeysTable &m_table;
    CopyAsMenu *m_forms;
    QMenu *m_more;
    QPushButton *m_copyKey;
    QPushButton *m_copyAs;
    CountedButton *m_reveal;
    QAction *m_copyClientSecret;
    QAction *m_revealClientSecret;
    QSet<const QObject *> m_entered; // see takeEnterOf()
    TonedLabel *m_copied;
    QTimer m_hideAgain{this};
    QBasicTimer m_forgetCopied;
    QBasicTimer m_countdown; // while a secret is revealed
    bool m_presentationMode = false;
};

} // namespace lanyard
