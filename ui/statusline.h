#pragma once

#include <QDateTime>
#include <QStatusBar>
#include <QTimer>

#include <optional>

class QToolButton;

namespace lanyard {

class PlainLabel;
class TonedLabel;
class WaitClock;

/// Where the sign-in is stored, how long the session lasts, what is on the clipboard, and when the data was read.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// @p kept: in the keychain; otherwise until quit. An empty text hides it.
    void setStorage(bool kept, const QString &text);
    /// nullopt: unknown, nothing is shown.
    void setSessionEnd(const std::optional<QDateTime> &end);
    void setUpdated(const QDateTime &when);
    /// Shown in the place of the reading time; a long wait is counted and can be cancelled.
    void setReloading(bool reloading);
    [[nodiscard]] bool offersCancel() const;
    /// Stays until cleared with an empty text: an unencrypted connection.
    void setWarning(const QString &text);
    /// An empty text hides it.
    void setClipboard(const QString &text);

Q_SIGNALS:
    void cancelOffered(bool isOffered);
    void cancelRequested();

private:
    void refreshSession();
    void refreshUpdated();

    TonedLabel *m_storageIcon;
    PlainLabel *m_storage;
    PlainLabel *m_session;
    TonedLabel *m_warning;
    PlainLabel *m_clipboard;
    PlainLabel *m_updated;
    QToolButton *m_cancel;
    WaitClock *m_clock;
    std::optional<QDateTime> m_end;
    QDateTime m_when;
    bool m_reloading = false;
    QTimer m_minute;
};

} // namespace lanyard
