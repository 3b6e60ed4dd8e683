#include "core/workspace/saver.h"

#include "core/document/refusedplaces.h"
#include "core/models/documentedits.h"
#include "core/session/session.h"
#include "core/workspace/draftwriter.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lanyard {

Saver::Saver(Session &session, DocumentEdits &edits, DraftWriter &draftWriter, QObject *parent)
    : QObject(parent), m_session(session), m_edits(edits), m_draftWriter(draftWriter)
{
    connect(&session, &Session::saved, this, &Saver::saved);
    connect(&session, &Session::conflicted, this, &Saver::conflicted);
    connect(&session, &Session::saveFailed, this, &Saver::failed);
}

Saver::Start Saver::save()
{
    if (!m_edits.hasEdits() || m_session.isSaving())
        return Start::NotNeeded;
    if (m_session.state() == Session::State::SigningIn || m_session.state() == Session::State::Expired) {
        m_isInterrupted = true;
        return m_session.state() == Session::State::SigningIn ? Start::SigningIn : Start::NeedsSignIn;
    }
    m_isCancelled = false;
    Q_EMIT started();
    m_draftWriter.write();
    m_session.save(m_edits.beginSave());
    return Start::Started;
}

void Saver::cancel()
{
    m_isCancelled = true;
    m_session.cancelSave();
}

bool Saver::isSaving() const
{
    return m_session.isSaving();
}

Saver::Unsaved Saver::unsaved() const
{
    if (!m_edits.hasUnsaved())
        return Unsaved::Nothing;
    const bool isCovered = m_session.isSaving() && !m_edits.hasUnsent() && m_edits.misfits().isEmpty();
    return isCovered ? Unsaved::BeingSaved : Unsaved::Edits;
}

bool Saver::takeInterrupted()
{
    return std::exchange(m_isInterrupted, false);
}

void Saver::saved(const QList<Change> &notKept, const std::optional<Error> &doubt, Post post)
{
    SaveResult result{.kind = notKept.isEmpty() ? SaveResult::Kind::Saved : SaveResult::Kind::Missing,
                      .isCancelled = m_isCancelled,
                      .notKept = notKept,
                      .isAllMissing = notKept.size() == m_edits.inDoubt().size(),
                      .doubt = doubt};
    // Editing goes on during a save. What is typed meanwhile is an edit of what was just saved.
    m_edits.finishSave({.kind = SaveEnd::Kind::Answered, .user = m_session.user(), .notKept = notKept, .post = post});
    result.missing = reasonFor(notKept, post);
    if (result.missing == SaveResult::Missing::Refused) {
        for (const Change &change : notKept)
            result.refused << placeOf(change.path);
    }
    Q_EMIT documentRead();
    Q_EMIT finished(result);
}

SaveResult::Missing Saver::reasonFor(const QList<Change> &notKept, Post post) const
{
    using Missing = SaveResult::Missing;
    const User &base = m_edits.base();
    const auto all = [&notKept](const auto &is) { return std::all_of(notKept.begin(), notKept.end(), is); };
    if (!base.hasSettings() && all([](const Change &change) { return change.path.isSetting(); }))
        return post == Post::None ? Missing::LeftOut : Missing::NotShown;
    if (all([&base](const Change &change) { return !fits(change, base); }))
        return Missing::NoFit;
    if (post == Post::None || all([&base](const Change &change) { return !canBeSet(change, base); }))
        return Missing::HasNoPlace;
    return post == Post::Unseen ? Missing::Unseen : Missing::Refused;
}

void Saver::conflicted(const QList<Conflict> &conflicts)
{
    m_edits.finishSave({.kind = SaveEnd::Kind::Conflicted, .user = m_session.user()});
    SaveResult result{.isCancelled = m_isCancelled};
    std::copy_if(conflicts.begin(), conflicts.end(), std::back_inserter(result.conflicts),
                 [this](const Conflict &conflict) {
                     return std::any_of(conflict.mine.begin(), conflict.mine.end(),
                                        [this](const Change &change) { return m_edits.isEdited(change.path); });
                 });
    result.kind = result.conflicts.isEmpty() ? SaveResult::Kind::Reverted : SaveResult::Kind::Conflicted;
    Q_EMIT documentRead();
    Q_EMIT finished(result);
}

void Saver::failed(const Error &error)
{
    const bool isEnded = error.kind == Error::Kind::SessionExpired;
    const bool isUnknown = error.kind == Error::Kind::OutcomeUnknown;
    const bool isStopped = m_isCancelled && error.kind == Error::Kind::Cancelled;
    // A session that had ended before anything was sent leaves nothing in doubt.
    const bool isInDoubt = isUnknown || (isEnded && m_session.mayArrive());
    const bool hasUnsent = m_edits.hasUnsent();
    const auto refusals = refusedPlaces(error, m_edits.inDoubt().paths(), m_edits.base());
    m_edits.finishSave({.kind = isInDoubt ? SaveEnd::Kind::Unknown : SaveEnd::Kind::Failed,
                        .post = m_session.mayArrive() ? Post::Unseen : Post::None,
                        .refusals = refusals});
    QList<Path> refused;
    for (const auto &[path, words] : refusals)
        refused << placeOf(path);
    m_isInterrupted |= isEnded;
    Q_EMIT finished({.kind = isEnded     ? SaveResult::Kind::SessionEnded
                             : isUnknown ? SaveResult::Kind::Unknown
                             : isStopped ? SaveResult::Kind::Cancelled
                                         : SaveResult::Kind::Failed,
                     .isCancelled = m_isCancelled,
                     .refused = refused,
                     .error = error,
                     .hasUnsent = hasUnsent});
}

void Saver::resolve(const QList<Conflict> &conflicts, const QList<bool> &keepMine)
{
    for (qsizetype i = 0; i < conflicts.size(); ++i) {
        // The document may have been read again while the question was open. A value that was not shown has not been
        // decided about, whichever side was chosen: the save asks again.
        const bool isDecided = m_edits.shows(conflicts.at(i));
        if (isDecided)
            m_edits.setSeen(placeOf(conflicts.at(i).path())); // before the edit goes, without which it would be news
        if (keepMine.at(i) || !isDecided)
            m_edits.rebase(conflicts.at(i));
        else
            m_edits.revert(conflicts.at(i).path());
    }
    Q_EMIT resolved();
}

void Saver::discard()
{
    m_edits.reset(m_edits.base());
}

} // namespace lanyard

#include "moc_saver.cpp"
