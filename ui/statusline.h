#pragma once

#include <QDateTime>
#include <QStatusBar>
#include <QTimer>

#include <memory>
#include <optional>

class QToolButton;

namespace lanyard {

class PlainLabel;
class TonedLabel;
class WaitClock;
class Workspace;

/// Where the sign-in is stored, how long the session lasts, what is on the clipboard, and when the data was read.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Shows @p workspace from now on, until it is destroyed or another one is shown.
    void follow(const Workspace &workspace);
    /// A reload that takes long is counted, in the place of the reading time, and can be cancelled.
    [[nodiscard]] bool offersCancel() const;
    /// An empty text hides it.
    void setClipboard(const QString &text);

Q_SIGNALS:
    void cancelOffered(bool isOffered);
    void cancelRequested();

private:
    void arrange();
    void showAccount();
    void showSession();
    void setStorage(bool kept, const QString &text);
    void setSessionEnd(const std::optional<QDateTime> &end);
    void setWarning(const QString &text);
    void refreshSession();
    void setReloading(bool reloading);
    void refreshUpdated();

    const Workspace *m_workspace = nullptr;
    std::unique_ptr<QObject> m_following; // the context of what is connected to it
    TonedLabel *m_storageIcon;
    PlainLabel *m_storage;
    PlainLabel *m_session;
    TonedLabel *m_warning;
    PlainLabel *m_clipboard;
    PlainLabel *m_updated;
    QToolButton *m_cancel;
    WaitClock *m_clock;
    std::optional<QDateTime> m_end;
    bool m_reloading = false;
    QTimer m_minute;
};

} // namespace lanyard
