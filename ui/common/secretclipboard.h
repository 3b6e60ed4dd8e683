#pragma once

#include "core/base/secret.h"

#include <QObject>
#include <QTimer>

namespace lanyard {

/// Puts a secret on the clipboard at the user's request, and clears it again.
///
/// CLIPBOARD only, never PRIMARY; marked for the clipboard managers of Linux and Windows; cleared after a time, on
/// request, and on destruction: always only if it is still ours, and checked afterwards. Wayland lets only the focused
/// program access the clipboard: what could not be cleared is cleared by wl-copy if installed, otherwise when the user
/// returns.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QObject *parent = nullptr);
    ~SecretClipboard() override;

    /// Applies to what is copied from now on.
    void setClearAfterSeconds(int seconds) { m_clearAfterSeconds = seconds; }
    /// @p what describes the item for the countdown, never its value.
    void copy(const Secret &secret, const QString &what);
    /// Clears at once if it is still ours. Ends in settled(), at once or a second later, if the clipboard held
    /// something of ours.
    void clearNow();
    /// Whether the clipboard holds something of ours, or did a moment ago and is still being watched.
    [[nodiscard]] bool isBusy() const { return !m_sha256.isEmpty(); }

Q_SIGNALS:
    void copied(const QString &what, int secondsLeft);
    /// Every second, until 0.
    void countedDown(const QString &what, int secondsLeft);
    void cleared(const QString &what);
    /// The user or another program has replaced the clipboard's content meanwhile.
    void replaced(const QString &what);
    /// It was cleared, but another program had restored it: that program keeps a copy.
    void keptByManager(const QString &what);
    /// It is still there, or another program has restored it. It is cleared as soon as one of the program's windows has
    /// the focus.
    void clearFailed(const QString &what);
    /// Everything that can be done about the copied secret is done.
    void settled();

private:
    [[nodiscard]] bool isThere() const;
    void tick();
    void lookAgain();
    void letGo();
    void forget();
    void clearLater();
    void clearAtNextFocus();
    void followOwnCopies();

    int m_clearAfterSeconds = 30;
    int m_secondsLeft = 0;
    QTimer m_second;
    QTimer m_lookAgain;
    bool m_wasBroughtBack = false;
    QString m_what;
    QByteArray m_sha256; // of the copied secret; empty: the clipboard holds nothing of ours
};

} // namespace lanyard
