// What the status line says of the session: where it is kept, and when it ends.
#include "core/base/text.h"
#include "core/workspace/workspace.h"
#include "ui/common/cutlabel.h"
#include "ui/look/tonedlabel.h"
#include "ui/statusline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qint64 LongestWaitMs = 3'600'000; // a QTimer counts nothing of a sleep

} // namespace

void StatusLine::showAccount()
{
    const Session &session = m_workspace->session();
    const Origin &origin = session.account().origin;
    const bool isExposed = session.hasUser() && !origin.isEncrypted() && !origin.isLoopback();
    setWarning(isExposed ? tr("The connection to %1 is not encrypted.").arg(quoted(origin.host())) : QString());
    const bool isByKey = session.account().kind == Credential::Kind::ApiKey;
    const QString method = isByKey ? tr("Signed in with an API key") : tr("Signed in with a password");
    const bool isKept = session.storage() == Session::Storage::Keychain;
    if (session.state() == Session::State::Expired) {
        setStorage(false, tr("Session ended"));
        m_storageIcon->setIcon("warning"_L1, Tone::Warning, tr("The session has ended"));
    } else if (!session.hasUser() || (session.isKeeping() && !isKept)) // nothing, until the keychain has answered
        setStorage(false, {});
    else if (isKept)
        setStorage(true, tr("Sign-in kept in %1").arg(quoted(session.storageName())), method, session.storageName());
    else
        setStorage(false, tr("Signed in until you quit"), method);
}

// An empty text hides it.
void StatusLine::setWarning(const QString &text)
{
    m_warning->setText(text.isEmpty() ? QString() : u"⚠ "_s + text);
    m_warning->setVisible(!text.isEmpty());
    fitTexts();
}

void StatusLine::showSession()
{
    const Session &session = m_workspace->session();
    const bool lasts = session.hasUser() && session.state() != Session::State::Expired;
    setSessionEnd(lasts ? session.account().expiresAt : std::nullopt);
}

// Kept: in the keychain; otherwise until quit. An empty text hides it.
void StatusLine::setStorage(bool kept, const QString &text, const QString &method, const QString &shortText)
{
    m_storageIcon->setIcon(kept ? "lock"_L1 : "unlocked"_L1, kept ? Tone::Good : Tone::Warning,
                           kept ? tr("The sign-in is saved") : tr("The sign-in is not saved"));
    say(*m_storage, text, shortText);
    m_storage->setToolTip(toolTipText(text.isEmpty() ? QString() : text + u'\n' + method));
    m_method->setText(method);
    showClipboard();
}

// nullopt: unknown, nothing is shown.
void StatusLine::setSessionEnd(const std::optional<QDateTime> &end)
{
    m_end = end;
    refreshSession();
}

// In whole minutes, or hours from the second on. The next look is when it says something else.
void StatusLine::refreshSession()
{
    m_session->setVisible(m_end.has_value() && !m_isEndToldAbove && !clipboardNeedsRoom());
    m_minute.stop();
    if (!m_end)
        return;
    constexpr qint64 minute = 60'000;
    const qint64 left = std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(*m_end));
    const int minutes = static_cast<int>((left + minute - 1) / minute);
    const int saysUntil = minutes < 120 ? minutes - 1 : minutes / 60 * 60 - 1;
    if (left > 0)
        m_minute.start(static_cast<int>(std::clamp<qint64>(left - saysUntil * minute, 0, LongestWaitMs)));
    if (left == 0)
        say(*m_session, tr("Session has ended"), {});
    else if (minutes < 120)
        say(*m_session, tr("Session ends in %n min", nullptr, minutes), tr("%n min left", nullptr, minutes));
    else
        say(*m_session, tr("Session ends in %n h", nullptr, minutes / 60), tr("%n h left", nullptr, minutes / 60));
    m_session->setToolTip(toolTipText(m_session->accessibleName()));
}

} // namespace lanyard
