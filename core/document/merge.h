#pragma once

#include "core/document/change.h"
#include "core/document/samemeaning.h"
#include "core/document/user.h"

namespace lanyard {

/// A place that both sides changed differently. A country and its code are one place: it includes the changes to both,
/// even if the user changed only one of the two.
struct Conflict
{
    QList<Change> mine;       ///< at least one
    QList<QJsonValue> theirs; ///< the service's current values, one for each of mine; Undefined if it is gone
    [[nodiscard]] const Path &path() const { return mine.first().path; }
};

/// What remains of a user's changes after a fresh read.
struct Merge
{
    QList<Change> changes;     ///< to be applied to the fresh document
    QList<Conflict> conflicts; ///< to be resolved first
};

/// The three-way merge: the user's changes (each with the value before it) against the service's current values. The
/// result contains no changes that the service shows already (see hasArrived()), and none that cannot be set (see
/// canBeSet()), also because the response leaves out the settings: changesNotIn() the document afterwards distinguishes
/// them. Everything not in @p mine comes from @p theirs.
[[nodiscard]] Merge merged(const QList<Change> &mine, const User &theirs);

/// Whether @p change can be applied to @p user: not to a setting that is gone, locked or, by its name, a different one,
/// nor to a value that is not a string, nor if it does not fit the setting (see fits()).
[[nodiscard]] bool canBeSet(const Change &change, const User &user);

/// Whether the value of @p change can stand in its setting in @p user. What was entered for one type may be nothing of
/// the type that the service has declared since. True for anything that is not a setting there.
[[nodiscard]] bool fits(const Change &change, const User &user);

/// The member that represents the place of @p path: the path itself, or for a companion the field it belongs to.
[[nodiscard]] Path placeOf(const Path &path);

} // namespace lanyard
