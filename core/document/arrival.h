#pragma once

#include "core/document/change.h"

namespace lanyard {

/// Whether a change has been made: what a service shows is compared with what was wanted here, and nowhere else.

/// What tells that a change has been made.
enum class Evidence {
    Answer,   ///< the service has answered that it carried the change out: its notation of the value is its own affair
    Document, ///< nothing but a document, which may never have seen the change
};

/// Whether nothing remains to be done for @p change in the document @p now: its value is the same, or means the same
/// in the service's own notation. An edit of the notation alone (the same moment in another form, with one more digit)
/// means the same as the value before: it is done only if it matches literally.
[[nodiscard]] bool isDone(const Change &change, const User &now);

/// Whether @p now holds the value of @p change in a form that the service has given it, such as an e-mail address in
/// lower case (see OwnForm), and no longer the value before. False for what was never sent (see Change::wasSent): a
/// text that is nearly the same is somebody else's then.
[[nodiscard]] bool isNormalised(const Change &change, const User &now);

/// Whether @p now shows that @p change was saved: it is done, or isNormalised(). By an Answer it is done as well if it
/// means the same as the value before.
[[nodiscard]] bool hasArrived(const Change &change, const User &now, Evidence evidence = Evidence::Document);

/// The changes missing from @p now: those that the service did not apply. A setting that is gone does not count as
/// cleared.
[[nodiscard]] QList<Change> changesNotIn(const User &now, const QList<Change> &changes,
                                         Evidence evidence = Evidence::Answer);

} // namespace lanyard
