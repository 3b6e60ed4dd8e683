#include "core/workspace/sessionwatch.h"

#include "core/models/apikeysmodel.h"
#include "core/session/sessionendtext.h"

#include <QLocale>

#include <algorithm>
#include <limits>
#include <utility>

namespace lanyard {

namespace {

constexpr qint64 RemindBeforeMs = 120'000;
// The network needs a moment when a computer resumes.
constexpr int WakeMs = 3000;

} // namespace

SessionWatch::SessionWatch(Session &session, ApiKeysModel &apiKeys, MessageQueue &messages, QObject *parent)
    : QObject(parent), m_session(session), m_apiKeys(apiKeys), m_messages(messages)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SessionWatch::tell);
    connect(&session, &Session::stateChanged, this, &SessionWatch::stateChanged);
    connect(&session, &Session::userChanged, this, &SessionWatch::userChanged);
}

void SessionWatch::stateChanged(Session::State state)
{
    m_timer.stop();
    if (state == Session::State::SigningIn)
        return; // the old session is valid until the new one is
    m_isReminded = false;
    // Said here too, behind the sign-in dialog: it may be closed without a sign-in.
    if (state == Session::State::Expired)
        return showEnd();
    m_messages.settle(Topic::SessionEnd);
    if (state == Session::State::SignedIn)
        plan();
}

// The session goes on although its end had come.
void SessionWatch::userChanged()
{
    if (m_session.state() == Session::State::Expired || m_session.account().expiresAt)
        return;
    m_timer.stop();
    m_messages.settle(Topic::SessionEnd);
}

void SessionWatch::plan()
{
    const auto end = m_session.account().expiresAt;
    const qint64 left = end ? QDateTime::currentDateTimeUtc().msecsTo(*end) : -1;
    const qint64 ms = left > RemindBeforeMs ? left - RemindBeforeMs : left;
    if (ms > 0 && ms < std::numeric_limits<int>::max())
        m_timer.start(static_cast<int>(ms));
}

// The timer may be early: it counts in whole seconds.
void SessionWatch::tell()
{
    const auto end = m_session.account().expiresAt;
    if (!end || m_session.state() != Session::State::SignedIn)
        return;
    constexpr qint64 early = 1000;
    const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(*end);
    if (left <= 0)
        return showEnd();
    if (left > RemindBeforeMs + early)
        return plan();
    if (!std::exchange(m_isReminded, true))
        show(tr("Your session ends at %1.").arg(QLocale().toString(end->toLocalTime().time(), QLocale::ShortFormat)),
             Message::Level::Warning);
    m_timer.start(static_cast<int>(std::min(left, RemindBeforeMs)));
}

void SessionWatch::clockJumped()
{
    m_apiKeys.refreshStates();
    if (m_session.state() != Session::State::SignedIn)
        return;
    m_timer.stop();
    if (m_isReminded)
        tell();
    else
        plan();
    QTimer::singleShot(WakeMs, &m_session, &Session::reload);
}

// Whatever failed before, this comes first now: nothing can be done again without a sign-in. That the service could not
// be reached is over, if it has said so itself.
void SessionWatch::showEnd()
{
    if (m_session.state() == Session::State::Expired)
        m_messages.settle(Topic::Reload);
    show(sessionEndText(m_session.account()), Message::Level::Error);
}

void SessionWatch::show(const QString &text, Message::Level level)
{
    m_messages.show({.topic = Topic::SessionEnd, .level = level, .text = text, .action = {tr("Sign in again"), [this] {
                                                                                              Q_EMIT signInNeeded();
                                                                                          }}});
}

} // namespace lanyard

#include "moc_sessionwatch.cpp"
