#pragma once

#include "core/base/secret.h"
#include "ui/common/secretclipboard.h"

#include <QObject>
#include <QPointer>

namespace lanyard {

class AccountView;
class MainWindow;
class Session;

/// Copies secrets for the accounts of the window and reports in its status line what is on the clipboard, what to know
/// of it, for how long, and that it was cleared. A secret is cleared when its account is signed out.
class ClipboardStatus : public QObject
{
    Q_OBJECT

public:
    /// @p window must outlive it.
    explicit ClipboardStatus(MainWindow &window, QObject *parent = nullptr);

    /// See SecretClipboard.
    void setClearAfterSeconds(int seconds) { m_clipboard.setClearAfterSeconds(seconds); }
    [[nodiscard]] bool isBusy() const { return m_clipboard.isBusy(); }
    void clearNow() { m_clipboard.clearNow(); }

Q_SIGNALS:
    void settled();

private:
    void follow(AccountView *view);
    void copy(AccountView &view, const Secret &secret, const QString &what, const QString &copied,
              const QString &caution);
    void countDown(const QString &what, int seconds);
    [[nodiscard]] QString withCaution(const QString &copied) const;
    [[nodiscard]] QString withCautions(const QString &copied) const; // and that it has invisible characters
    [[nodiscard]] QString withAccount(const QString &what) const;
    void tell(const QString &text, int forMs = 0); // also to screen readers
    void show(const QString &text, int forMs = 0);

    MainWindow &m_window;
    SecretClipboard m_clipboard;
    const Session *m_owner = nullptr; // of the account whose secret was copied last; its view may be gone before it
    QPointer<AccountView> m_view;     // of that account
    QString m_copied;                 // what is said of the last copied secret, with %1 in its place
    QString m_caution;                // for it, see ApiKeysModel::caution()
    bool m_hasInvisible = false;      // it has characters that visibleText() shows otherwise
    QTimer m_hide;
};

} // namespace lanyard
