#include "ui/clipboardstatus.h"

#include "core/base/text.h"
#include "core/workspace/workspace.h"
#include "ui/account/accountstack.h"
#include "ui/account/accountview.h"
#include "ui/mainwindow.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int LastWordMs = 6000;

} // namespace

ClipboardStatus::ClipboardStatus(MainWindow &window, QObject *parent) : QObject(parent), m_window(window)
{
    follow(&window.account());
    connect(&window.accounts(), &AccountStack::viewMade, this, &ClipboardStatus::follow);
    connect(&m_clipboard, &SecretClipboard::copied, this, &ClipboardStatus::countDown);
    connect(&m_clipboard, &SecretClipboard::copied, this, [this] { m_view->showCopied(); });
    // Without the seconds: they are displayed every second, but need to be heard only once.
    connect(&m_clipboard, &SecretClipboard::copied, this, [this](const QString &what, int seconds) {
        m_window.announceClipboard(tr("%1; the clipboard is cleared in %2 seconds", "the first: what was copied")
                                       .arg(withCautions(m_copied.arg(what)), QString::number(seconds)));
    });
    connect(&m_clipboard, &SecretClipboard::countedDown, this, &ClipboardStatus::countDown);
    connect(&m_clipboard, &SecretClipboard::cleared, this, [this] { tell(tr("Clipboard cleared"), LastWordMs); });
    connect(&m_clipboard, &SecretClipboard::replaced, this, [this](const QString &what) {
        tell(tr("%1 is no longer on the clipboard").arg(withAccount(what)), LastWordMs);
    });
    connect(&m_clipboard, &SecretClipboard::keptByManager, this, [this](const QString &what) {
        tell(
            tr("%1 is off the clipboard, but a clipboard manager has kept it: delete it there").arg(withAccount(what)));
    });
    connect(&m_clipboard, &SecretClipboard::settled, this, [this] {
        if (m_view)
            m_view->forgetCopied();
    });
    connect(&m_clipboard, &SecretClipboard::settled, this, &ClipboardStatus::settled);
    connect(&m_clipboard, &SecretClipboard::clearFailed, this, [this](const QString &what) {
        tell(tr("%1 could not be cleared from the clipboard: copy something else").arg(withAccount(what)));
    });
    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, this, [this] { m_window.showClipboard({}); });
}

void ClipboardStatus::follow(AccountView *view)
{
    connect(view, &AccountView::copyRequested, this,
            [this, view](const Secret &secret, const QString &what, const QString &copied, const QString &caution) {
                copy(*view, secret, what, copied, caution);
            });
    // At once, not after the service has been told: one that hangs takes its time.
    const Session *session = &view->workspace().session();
    connect(session, &Session::stateChanged, this, [this, session](Session::State state) {
        if (state == Session::State::SigningOut && m_owner == session)
            clearNow();
    });
}

void ClipboardStatus::copy(AccountView &view, const Secret &secret, const QString &what, const QString &copied,
                           const QString &caution)
{
    m_view = &view;
    m_owner = &view.workspace().session();
    m_copied = copied;
    m_caution = caution;
    // A line break in text pasted into a terminal runs it as a command.
    const QString text = secret.exposeText();
    m_hasInvisible = visibleText(text) != text;
    m_clipboard.copy(secret, what);
}

void ClipboardStatus::countDown(const QString &what, int seconds)
{
    const QString copied = withCaution(m_copied.arg(withAccount(what)));
    const QString left = QString::number(seconds);
    m_hide.stop();
    // In front of what may be long: the end is cut where there is no room for it.
    if (m_hasInvisible)
        return m_window.showClipboard(
            u"⚠ "_s + tr("Do not paste it into a terminal: it contains invisible characters, such as line breaks · "
                         "clears in %1 s · %2",
                         "the second: what was copied")
                          .arg(left, copied),
            u"⚠ "_s + tr("Do not paste it into a terminal · clears in %1 s").arg(left));
    const QString mark = m_caution.isEmpty() ? QString() : u"⚠ "_s;
    m_window.showClipboard(mark + tr("%1 · clears in %2 s", "the first: what was copied").arg(copied, left),
                           mark + tr("Copied · clears in %1 s").arg(left));
}

// What a user of the copied key must know, where it says that it is copied: a message would move the page for as long.
QString ClipboardStatus::withCaution(const QString &copied) const
{
    return m_caution.isEmpty() ? copied : tr("%1 — %2", "what was copied, and a warning").arg(copied, m_caution);
}

QString ClipboardStatus::withCautions(const QString &copied) const
{
    return m_hasInvisible ? tr("%1 — %2", "what was copied, and a warning")
                                .arg(withCaution(copied), tr("contains invisible characters, such as line breaks: do "
                                                             "not paste it into a terminal"))
                          : withCaution(copied);
}

// Another account may be shown by now, with a key of the same name.
QString ClipboardStatus::withAccount(const QString &what) const
{
    if (!m_view || m_view == &m_window.account())
        return what;
    const SavedAccount &account = m_view->workspace().account();
    return tr("%1 of %2 at %3").arg(what, quoted(account.userName), account.origin.shortText());
}

void ClipboardStatus::tell(const QString &text, int forMs)
{
    show(text, forMs);
    m_window.announceClipboard(text);
}

void ClipboardStatus::show(const QString &text, int forMs)
{
    m_hide.stop();
    m_window.showClipboard(text);
    if (forMs > 0)
        m_hide.start(forMs);
}

} // namespace lanyard

#include "moc_clipboardstatus.cpp"
