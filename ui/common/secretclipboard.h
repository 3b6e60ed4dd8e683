#pragma once

#include "core/base/secret.h"

#include <QObject>
#include <QTimer>

namespace lanyard {

/// Puts a secret on the clipboard because the person asked for it, and takes it away again.
///
/// CLIPBOARD only, never PRIMARY; marked for the history managers of Linux and Windows; cleared after a time, when
/// asked, and when destroyed: always only if it is still ours, and looked at afterwards. Wayland lets only the program
/// with the focus touch the clipboard: what could not be cleared is cleared by wl-copy where that is installed, else
/// when the person comes back.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QObject *parent = nullptr);
    ~SecretClipboard() override;

    /// For what is copied from now on.
    void setClearAfterSeconds(int seconds) { m_clearAfterSeconds = seconds; }
    /// @p what names the thing for the countdown, never its value.
    void copy(const Secret &secret, const QString &what);
    /// Clears at once if it is still ours. Ends in settled(), at once or a second later, if something of ours was
    /// there.
    void clearNow();
    /// Whether something of ours is there, or was a moment ago and is still watched.
    [[nodiscard]] bool isBusy() const { return !m_sha256.isEmpty(); }

Q_SIGNALS:
    void copied(const QString &what, int secondsLeft);
    /// Every second, until 0.
    void countedDown(const QString &what, int secondsLeft);
    void cleared(const QString &what);
    /// Another program has put something else there meanwhile.
    void replaced(const QString &what);
    /// It is gone, but another program had brought it back: that one remembers it.
    void keptByManager(const QString &what);
    /// It is still there, or somebody has brought it back. It is cleared as soon as one of the program's windows has
    /// the focus.
    void clearFailed(const QString &what);
    /// What can be done about what was copied is done.
    void settled();

private:
    [[nodiscard]] bool isThere() const;
    void tick();
    void lookAgain();
    void forget();
    void clearLater();
    void clearAtNextFocus();

    int m_clearAfterSeconds = 30;
    int m_secondsLeft = 0;
    QTimer m_second;
    QTimer m_lookAgain;
    bool m_wasBroughtBack = false;
    QString m_what;
    QByteArray m_sha256; // of what was copied; empty: nothing of ours is there
};

} // namespace lanyard
