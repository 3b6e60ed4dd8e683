#include "core/workspace/sessionwatch.h"

#include "core/base/messages.h"
#include "core/models/apikeysmodel.h"

#include <limits>

namespace lanyard {

namespace {

constexpr qint64 RemindBeforeMs = 120'000;
// The network needs a moment when a computer resumes.
constexpr int WakeMs = 3000;

} // namespace

SessionWatch::SessionWatch(Session &session, ApiKeysModel &apiKeys, Messages &messages, QObject *parent)
    : QObject(parent), m_session(session), m_apiKeys(apiKeys), m_messages(messages)
{
    m_reminder.setSingleShot(true);
    connect(&m_reminder, &QTimer::timeout, this, &SessionWatch::remind);
    connect(&session, &Session::stateChanged, this, &SessionWatch::stateChanged);
}

void SessionWatch::stateChanged(Session::State state)
{
    m_reminder.stop();
    if (state == Session::State::SigningIn)
        return; // the old session is valid until the new one is
    m_messages.settle(Topic::SessionEnd);
    if (state == Session::State::SignedIn)
        plan();
}

void SessionWatch::plan()
{
    const auto end = m_session.account().expiresAt;
    const qint64 ms = end ? QDateTime::currentDateTimeUtc().msecsTo(*end) - RemindBeforeMs : -1;
    if (ms > 0 && ms < std::numeric_limits<int>::max())
        m_reminder.start(static_cast<int>(ms));
}

void SessionWatch::clockJumped()
{
    m_apiKeys.refreshStates();
    if (m_session.state() != Session::State::SignedIn)
        return;
    m_reminder.stop();
    plan();
    QTimer::singleShot(WakeMs, &m_session, &Session::reload);
}

void SessionWatch::remind()
{
    m_messages.show({.topic = Topic::SessionEnd,
                     .level = Message::Level::Warning,
                     .text = tr("Your session ends in two minutes."),
                     .action = {tr("Sign in again"), [this] { Q_EMIT signInNeeded(); }}});
}

} // namespace lanyard

#include "moc_sessionwatch.cpp"
