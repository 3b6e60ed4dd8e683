#pragma once

#include "core/document/merge.h"

#include <QObject>

namespace lanyard {

class DraftWriter;
class DocumentEdits;
class Session;

/// How a save ended. A value: which sentence is shown about it is decided where it is shown.
struct SaveResult
{
    enum class Kind {
        Saved,        ///< the service holds everything that was sent
        Missing,      ///< it holds everything but `notKept`
        Conflicted,   ///< nothing was sent: `conflicts` have to be resolved first
        Reverted,     ///< nothing was sent: what conflicted has been reverted meanwhile, so the rest can be saved
        SessionEnded, ///< the save was interrupted
        Cancelled,    ///< nothing was sent
        Unknown,      ///< the edits were sent; saving again starts with a read, which shows what became of them
        Failed,       ///< the service did not receive the edits, or refused them
    };
    /// Why something is missing.
    enum class Missing {
        Refused,    ///< the service did not apply it
        Unseen,     ///< the save was not answered, and nothing of it is visible; it may still arrive
        HasNoPlace, ///< nothing that the service still has and lets the user change
        NoFit,      ///< not a value of the type that the service has declared since it was entered
        LeftOut,    ///< nothing was sent: the service left all settings out of its response
        NotShown,   ///< sent, but the service left all settings out of its responses
    };

    Kind kind = Kind::Failed;
    bool isCancelled = false; ///< the user tried to
    Missing missing = Missing::Refused;
    QList<Change> notKept = {};
    bool isAllMissing = false; ///< nothing of it was saved
    QList<Path> refused = {};  ///< Missing, Failed: the places where the edits have a notice of the service's refusal
    QList<Conflict> conflicts = {};
    /// Saved, Missing: what the response was instead of a success, so that only a read has shown what was saved.
    std::optional<Error> doubt = {};
    Error error = {};       ///< SessionEnded, Unknown, Failed
    bool hasUnsent = false; ///< SessionEnded: something has been edited since the save began
};

/// Saves the edits of one account, and is the only one to tell the edits what became of them.
class Saver : public QObject
{
    Q_OBJECT

public:
    /// The answer to save().
    enum class Start {
        Started,
        NotNeeded,  ///< nothing is edited, or a save is in progress
        SigningIn,  ///< the save is interrupted until the sign-in in progress succeeds
        NeedsSignIn ///< the save is interrupted until the user has signed in again
    };
    /// What leaving this account would lose.
    enum class Unsaved {
        Nothing,
        BeingSaved, ///< nothing but what the save in progress covers
        Edits,
    };

    /// All must outlive it.
    Saver(Session &session, DocumentEdits &edits, DraftWriter &draftWriter, QObject *parent = nullptr);

    /// Writes the draft, then saves. Once Started, it ends in finished().
    Start save();
    /// Ends the save soon; what has been sent may still be carried out.
    void cancel();
    [[nodiscard]] bool isSaving() const;
    [[nodiscard]] Unsaved unsaved() const;

    /// A save is to continue as soon as the user has signed in again.
    [[nodiscard]] bool isInterrupted() const { return m_isInterrupted; }
    /// True once after an interrupted save: the caller saves again, or the user does not want to.
    bool takeInterrupted();

    /// The user's decision about each of @p conflicts; an edit that is kept is saved by the next save.
    void resolve(const QList<Conflict> &conflicts, const QList<bool> &keepMine);
    /// Discards everything unsaved without reverting at the service what a save in progress has sent.
    void discard();

Q_SIGNALS:
    /// Just before anything is sent.
    void started();
    /// The service's document is known, and the edits stand on it. Emitted before finished().
    void documentRead();
    /// The conflicts of the last save have been decided.
    void resolved();
    /// The edits know already.
    void finished(const lanyard::SaveResult &result);

private:
    void saved(const QList<Change> &notKept, const std::optional<Error> &doubt, Post post);
    void conflicted(const QList<Conflict> &conflicts);
    void failed(const Error &error);
    [[nodiscard]] SaveResult::Missing reasonFor(const QList<Change> &notKept, Post post) const;

    Session &m_session;
    DocumentEdits &m_edits;
    DraftWriter &m_draftWriter;
    bool m_isCancelled = false; // the save in progress, or the last one
    bool m_isInterrupted = false;
};

} // namespace lanyard
