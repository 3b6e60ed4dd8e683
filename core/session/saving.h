#pragma once

#include "core/base/pending.h"
#include "core/document/merge.h"
#include "core/http/credential.h"

#include <QObject>

#include <functional>

namespace lanyard {

class AuthApi;

/// The outcome of a save.
struct SaveOutcome
{
    User user;                 ///< the service's current user, as it reported
    QList<Change> notKept;     ///< what it did not apply
    QList<Conflict> conflicts; ///< if there are any, nothing was posted: they have to be resolved first
    /// Why the post's own response was inconclusive, so that all this comes from reading afterwards: it was lost, the
    /// service reported an internal error, or something else responded.
    std::optional<Error> doubt = {};
    Post post = Post::Answered; ///< what is not kept was refused only if this is Answered
};

/// Reads the user, merges @p changes into it, posts it, and compares the service's result with what was intended.
///
/// A response that lacks a part of the user, or one of the changes, is followed by a read: nothing counts as saved
/// until it has been seen, and nothing as not applied until it has been looked for. A post without a response, or
/// answered with an internal error, for somebody else or by something in between, is never repeated: a read shows
/// whether it was carried out, and another one @p secondLookMs later if it seems not. If it still seems not, it ends as
/// Unseen, for it may be on its way, or with the error that the service itself has reported. OutcomeUnknown if that
/// read fails too, SessionExpired if a call found that the session had ended: the first read of another save then shows
/// what was done. If cancelled before the post, nothing is sent and it ends as Cancelled; later, it continues as after
/// a lost response, and ends as OutcomeUnknown if none of it is seen: it may still arrive.
/// @p known is the document as last read. @p mayArrive is told true just before the post, and false when the
/// service has refused it. The save ends with @p api, as Cancelled.
[[nodiscard]] Pending<SaveOutcome> saveChanges(AuthApi &api, const Credential &credential, const User &known,
                                               const QList<Change> &changes, int secondLookMs,
                                               const std::function<void(bool)> &mayArrive);

} // namespace lanyard
