#include "core/workspace/workspace.h"

#include "core/settings/preferences.h"

#include <utility>

namespace lanyard {

Workspace::Workspace(const Shared &shared, QObject *parent)
    : QObject(parent), m_session(shared.signIns, shared.trust, shared.limits, shared.proxies, shared.openElsewhere),
      m_preferences(shared.preferences), m_draftWriter(m_edits, shared.drafts, shared.preferences),
      m_saver(m_session, m_edits, m_draftWriter), m_profile(m_edits), m_settings(m_edits),
      m_needs(m_session, m_saver, m_edits, m_draftWriter, m_apiKeys, m_account)
{
    m_edits.joinHidden(shared.secrets);
    // The edits still have the document before: what was secret in that one is known to them only.
    m_session.setNameFilter([this](const QString &name) { return m_edits.hidden().withoutKnown(name); });
    connect(&m_session, &Session::userChanged, this, [this](DocumentSync::Cause cause) {
        followAccount();
        hideSecrets();
        // The document that a save has read reaches the edits with the outcome of the save, by the Saver.
        if (cause != DocumentSync::Cause::Saved)
            show(m_draftWriter.setUser(m_session.account().origin, m_session.user()));
    });
    connect(&m_saver, &Saver::documentRead, this, [this] { show({}); });
    connect(&m_session, &Session::storageChanged, this, &Workspace::followAccount);
    connect(&m_session, &Session::stateChanged, this, [this] {
        followAccount();
        hideSecrets();
        Q_EMIT changed();
    });
    connect(&shared.preferences, &Preferences::changed, this, &Workspace::hideSecrets);
    connect(&m_edits, &DocumentEdits::hiddenChanged, this, [this] {
        m_apiKeys.setUser(m_session.user(), m_edits.hidden().ofKeyTexts());
        Q_EMIT changed();
    });
    connect(&m_edits, &DocumentEdits::changed, this, [this] {
        if (m_edits.hasUnsaved())
            m_session.expectSave();
    });
    hideSecrets();
    connect(&m_apiKeys, &ApiKeysModel::expired, this, &Workspace::keysExpired);
    connect(&m_needs, &Needs::changed, this, &Workspace::changed);
}

void Workspace::setAccount(const SavedAccount &account)
{
    Q_ASSERT(!m_session.hasUser());
    m_account = account;
    m_needs.reset();
    Q_EMIT changed();
}

void Workspace::followOthers()
{
    m_edits.refreshHidden();
    const KnownSecrets now = m_edits.hidden().ofOthers();
    if (std::exchange(m_ofOthers, now) == now)
        return;
    m_apiKeys.setUser(m_session.user(), m_edits.hidden().ofKeyTexts());
    Q_EMIT othersChanged();
    Q_EMIT changed();
}

void Workspace::hideSecrets()
{
    m_edits.setHidden(m_preferences.isPresenting(), m_session.secret());
}

// After a sign-out, and while another sign-in is under way, it stays the last one.
void Workspace::followAccount()
{
    const Session::State state = m_session.state();
    if (!m_session.hasUser() && state != Session::State::Restoring && state != Session::State::SigningOut)
        return;
    const SavedAccount before = std::exchange(m_account, m_session.account());
    if (!before.isSameUserAs(m_account))
        Q_EMIT accountReplaced(before);
}

void Workspace::show(const std::optional<QDateTime> &draft)
{
    m_readAt = m_session.user().isEmpty() ? QDateTime() : QDateTime::currentDateTime();
    m_apiKeys.setUser(m_session.user(), m_edits.hidden().ofKeyTexts());
    m_apiKeys.markInUse(m_session.apiKey());
    Q_EMIT userChanged(draft);
    Q_EMIT changed();
}

} // namespace lanyard

#include "moc_workspace.cpp"
