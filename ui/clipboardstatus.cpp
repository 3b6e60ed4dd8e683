#include "ui/clipboardstatus.h"

#include "core/base/text.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/common/announce.h"
#include "ui/common/messages.h"
#include "ui/mainwindow.h"
#include "ui/statusline.h"

namespace lanyard {

namespace {

constexpr int LastWordMs = 6000;

} // namespace

ClipboardStatus::ClipboardStatus(MainWindow &window, QObject *parent) : QObject(parent), m_window(window)
{
    const auto countDown = [this](const QString &what, int seconds) {
        show(tr("%1 copied · clears in %2 s").arg(what).arg(seconds));
    };
    connect(window.apiKeysPage(), &ApiKeysPage::copyRequested, &m_clipboard, &SecretClipboard::copy);
    connect(window.apiKeysPage(), &ApiKeysPage::copyRequested, this, &ClipboardStatus::warnOfHidden);
    connect(&m_clipboard, &SecretClipboard::copied, this, countDown);
    // Without the seconds: they are shown every second, and need to be heard once.
    connect(&m_clipboard, &SecretClipboard::copied, this, [this](const QString &what, int seconds) {
        announce(m_window.statusLine(), tr("%1 copied; the clipboard is cleared in %2 seconds").arg(what).arg(seconds));
    });
    connect(&m_clipboard, &SecretClipboard::countedDown, this, countDown);
    connect(&m_clipboard, &SecretClipboard::cleared, this, [this] { tell(tr("Clipboard cleared"), LastWordMs); });
    connect(&m_clipboard, &SecretClipboard::replaced, this,
            [this](const QString &what) { tell(tr("%1 is no longer on the clipboard").arg(what), LastWordMs); });
    connect(&m_clipboard, &SecretClipboard::keptByManager, this, [this](const QString &what) {
        tell(tr("%1 is off the clipboard, but a clipboard manager has kept it: delete it there").arg(what));
    });
    connect(&m_clipboard, &SecretClipboard::settled, this, &ClipboardStatus::settled);
    connect(&m_clipboard, &SecretClipboard::clearFailed, this, [this](const QString &what) {
        tell(tr("%1 could not be cleared from the clipboard: copy something else").arg(what));
    });
    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, this, [this] { m_window.statusLine()->setClipboard({}); });
}

// A line break in what is pasted into a terminal is a command carried out.
void ClipboardStatus::warnOfHidden(const Secret &secret, const QString &what)
{
    const QString text = secret.exposeText();
    if (visibleText(text) != text)
        m_window.messages().show(
            {.topic = Topic::Clipboard,
             .level = Message::Level::Warning,
             .text = tr("%1 contains invisible characters, such as line breaks: do not paste it into a terminal.")
                         .arg(what)});
    else
        m_window.messages().settle(Topic::Clipboard);
}

void ClipboardStatus::tell(const QString &text, int forMs)
{
    show(text, forMs);
    announce(m_window.statusLine(), text);
}

void ClipboardStatus::show(const QString &text, int forMs)
{
    m_hide.stop();
    m_window.statusLine()->setClipboard(text);
    if (forMs > 0)
        m_hide.start(forMs);
}

} // namespace lanyard

#include "moc_clipboardstatus.cpp"
