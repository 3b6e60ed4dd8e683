#pragma once

#include "core/base/pending.h"
#include "core/document/merge.h"
#include "core/http/credential.h"

#include <QObject>

namespace lanyard {

class AuthApi;

/// What a save led to.
struct SaveOutcome
{
    User user;                 ///< what the service holds now, as it said
    QList<Change> notKept;     ///< what it did not take
    QList<Conflict> conflicts; ///< if there are any, nothing was posted: they want to be decided first
    /// Why the post's own answer did not tell, so that all this comes from reading afterwards: it got lost, the service
    /// reported a fault, or something else answered.
    std::optional<Error> doubt = {};
    /// Whether the service carried the post out, or there was none. If not, what is not kept was not refused.
    bool hasArrived = true;
};

/// Reads the user, merges @p changes into it, posts it, and compares what the service then says with what was meant.
///
/// An answer that does not hold the whole user is followed by a read: nothing counts as saved that was not seen. A post
/// that is not answered, or answered with a fault or by something that stands between, is never repeated: a read tells
/// whether it was done, and another one @p secondLookMs later when it seems not, for it may still be on its way.
/// OutcomeUnknown when that read fails too,
/// SessionExpired when a call met the end of the session: another save then finds out by its own first read what was
/// done. Cancelled before the post, nothing is sent and it ends as Cancelled; later, it goes on as after a lost answer,
/// and ends as OutcomeUnknown when nothing of it is seen: it may still come. @p userId is whose document it must be. @p
/// context must not outlive @p api.
[[nodiscard]] Pending<SaveOutcome> saveChanges(AuthApi &api, const Credential &credential, const QString &userId,
                                               const QList<Change> &changes, int secondLookMs, QObject *context);

} // namespace lanyard
