#pragma once

#include <QDateTime>
#include <QStatusBar>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

class QToolButton;

namespace lanyard {

class Badge;
class MessageQueue;
class PlainLabel;
class TonedLabel;
class WaitClock;
class Workspace;

/// Where the sign-in is kept, how the user is signed in and for how long, what is on the clipboard, and when the data
/// was read.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Shows @p workspace from now on, until it is destroyed or another one is shown. What its @p messages say of the
    /// session's end is not said here too.
    void follow(const Workspace &workspace, const MessageQueue &messages);
    /// A reload that takes long is counted, in the place of the reading time, and can be cancelled.
    [[nodiscard]] bool offersCancel() const;
    /// An empty text hides it. @p shortText stands for it in a narrow window, if there is one.
    void setClipboard(const QString &text, const QString &shortText = {});
    /// For screen readers.
    void announceClipboard(const QString &text);
    void showPresentationMode(bool isOn);

Q_SIGNALS:
    void cancelOffered(bool isOffered);
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void showAccount();
    void showSession();
    void setStorage(bool kept, const QString &text, const QString &method = {}, const QString &shortText = {});
    void say(PlainLabel &label, const QString &text, const QString &shortText);
    void fitTexts();
    [[nodiscard]] int wholeWidthOf(const QWidget &part) const;
    [[nodiscard]] int wholeWidth() const;
    void refreshMethod();
    [[nodiscard]] bool clipboardNeedsRoom() const;
    void setSessionEnd(const std::optional<QDateTime> &end);
    void setWarning(const QString &text);
    void refreshSession();
    void setReloading(bool reloading);
    [[nodiscard]] QString shown(const QString &text) const;
    void showClipboard();
    void refreshUpdated();

    struct Said
    {
        QString text;
        QString shortText; // empty: it has none
    };
    const Workspace *m_workspace = nullptr;
    std::unique_ptr<QObject> m_following; // the context of what is connected to it
    TonedLabel *m_storageIcon;
    PlainLabel *m_storage;
    PlainLabel *m_method;
    PlainLabel *m_session;
    TonedLabel *m_warning;
    PlainLabel *m_clipboard;
    Badge *m_presentation;
    PlainLabel *m_updated;
    QToolButton *m_cancel;
    WaitClock *m_clock;
    std::optional<QDateTime> m_end;
    bool m_isEndToldAbove = false;
    bool m_reloading = false;
    std::map<PlainLabel *, Said> m_said;
    QString m_clipboardText;
    QString m_shortClipboardText;
    QTimer m_minute;
};

} // namespace lanyard
