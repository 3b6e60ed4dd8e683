#include "core/workspace/draftwriter.h"

#include "core/models/documentedits.h"
#include "core/settings/preferences.h"

#include <utility>

namespace lanyard {

namespace {

// From the first unwritten edit, so that steady typing does not postpone it forever.
constexpr int WriteAfterMs = 1000;
// For what could not be written.
constexpr int RetryAfterMs = 5000;

// What the user has made of each place.
std::map<Path, QList<QJsonValue>> madeIn(const DocumentEdits &user)
{
    std::map<Path, QList<QJsonValue>> made;
    for (const QList<Change> changes = user.changes() + user.misfitChanges(); const Change &change : changes)
        made[placeOf(change.path)] << change.value;
    return made;
}

} // namespace

DraftWriter::DraftWriter(DocumentEdits &user, DraftStore store, Preferences &preferences, QObject *parent)
    : QObject(parent), m_user(user), m_store(std::move(store)), m_preferences(preferences)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DraftWriter::write);
    connect(&m_user, &DocumentEdits::changed, this, &DraftWriter::noteEdits);
    connect(&m_user, &DocumentEdits::reloaded, this, &DraftWriter::noteEdits);
    connect(&m_user.open(), &OpenTexts::changed, this, &DraftWriter::noteEdits);
    connect(&m_preferences, &Preferences::changed, this, &DraftWriter::noteEdits);
}

std::optional<QDateTime> DraftWriter::setUser(const Origin &origin, const User &user)
{
    if (m_open && !user.isEmpty() && origin == m_origin && user.id() == m_user.base().id()) {
        m_user.setBase(user);
        return std::nullopt;
    }
    m_soon.stop();
    m_open = false;
    m_restored.clear();
    m_user.reset(user);
    if (user.isEmpty())
        return std::nullopt;
    m_origin = origin;
    bool unusable = false;
    const auto draft = m_preferences.keepDrafts() ? m_store.read(origin, user.id(), &unusable) : std::nullopt;
    if (unusable)
        Q_EMIT unusableDraftFound();
    m_open = true;
    m_leftOut = draft ? draft->leftOut : QStringList();
    if (draft)
        m_user.restore(draft->changes, draft->misfits);
    m_restored = madeIn(m_user);
    if (!draft || m_user.hasUnsaved())
        return draft ? std::optional(draft->savedAt) : std::nullopt;
    m_store.remove(origin, user.id()); // what could not be kept is told once
    return m_leftOut.isEmpty() ? std::nullopt : std::optional(draft->savedAt);
}

void DraftWriter::discardRestored()
{
    const auto restored = std::exchange(m_restored, {});
    const auto now = madeIn(m_user);
    if (restored == now)
        return discard();
    QList<Path> untouched;
    for (const auto &[place, made] : restored) {
        if (const auto found = now.find(place); found != now.end() && found->second == made)
            untouched << place;
    }
    m_user.revert(untouched);
    write();
}

void DraftWriter::discard()
{
    m_user.revertAll();
    // What is in doubt remains, as edits that would revert it: they belong to this run only.
    m_soon.stop();
    m_store.remove(m_origin, m_user.base().id());
}

bool DraftWriter::isDue(const Origin &origin, const QString &userId) const
{
    return m_preferences.keepDrafts() && m_store.contains(origin, userId);
}

bool DraftWriter::hasContent() const
{
    return m_user.hasUnsaved() || !m_user.open().all().empty();
}

void DraftWriter::noteEdits()
{
    if (!m_open)
        return;
    if (!hasContent() || !m_preferences.keepDrafts()) {
        m_soon.stop();
        m_store.remove(m_origin, m_user.base().id());
        noteWritten(true);
    } else if (!m_soon.isActive() || m_soon.remainingTime() > WriteAfterMs) {
        m_soon.start(WriteAfterMs);
    }
}

void DraftWriter::write()
{
    m_soon.stop();
    if (!m_open || !hasContent() || !m_preferences.keepDrafts())
        return;
    noteWritten(
        m_store.write(m_origin, m_user.base(), {m_user.changes(), m_user.misfitChanges(), {}}, m_user.hidden()));
    if (!m_written)
        m_soon.start(RetryAfterMs);
}

void DraftWriter::noteWritten(bool isWritten)
{
    if (std::exchange(m_written, isWritten) == isWritten)
        return;
    if (isWritten)
        Q_EMIT written();
    else
        Q_EMIT notWritten();
}

} // namespace lanyard

#include "moc_draftwriter.cpp"
