#pragma once

#include "core/document/change.h"
#include "core/document/user.h"

namespace lanyard {

/// A place that both changed, each in another way. A country and its code are one place: both their changes are in it,
/// also where the person left one of the two as it was.
struct Conflict
{
    QList<Change> mine;       ///< at least one
    QList<QJsonValue> theirs; ///< what the service has now, one for each of mine; Undefined when it is gone
    [[nodiscard]] const Path &path() const { return mine.first().path; }
};

/// What is left to be done of somebody's changes after a fresh read.
struct Merge
{
    QList<Change> changes;     ///< to be laid over the fresh document
    QList<Conflict> conflicts; ///< to be decided first
};

/// The three-way merge: what the person changed (each with what stood there before) against what the service has now.
/// Changes that the service shows already, those to a setting that is gone, read-only now, left out of the answer or
/// another one by its name, and those to what is no text any more appear nowhere in the result: changesNotIn() the
/// document afterwards tells them apart. Whatever is not in @p mine comes from @p theirs.
[[nodiscard]] Merge merged(const QList<Change> &mine, const User &theirs);

/// Whether @p change has a place in @p user: not a setting that is gone, locked or another one by its name, nor what is
/// no text.
[[nodiscard]] bool canBeSet(const Change &change, const User &user);

/// Whether nothing is left to be done of @p change where @p now stands: it is there, or what it meant is, in the
/// service's own notation. An edit of the notation alone (the same moment in another form, with one more digit) means
/// what stood there before: it is there only when it is there to the letter.
[[nodiscard]] bool isDone(const Change &change, const QJsonValue &now);

/// The member that stands for the place of @p path: itself, or for a companion the field it belongs to.
[[nodiscard]] Path placeOf(const Path &path);

} // namespace lanyard
