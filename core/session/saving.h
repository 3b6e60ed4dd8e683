#pragma once

#include "core/account/authapi.h"
#include "core/account/change.h"

#include <QObject>

namespace lanyard {

/// What a save led to.
struct SaveOutcome
{
    User user;             ///< what the service holds now, as it said
    QList<Change> notKept; ///< what it did not take
};

/// Posts @p base with @p changes laid over it, and compares what the service then says with what was meant. An answer
/// that does not hold the whole user is followed by a read: nothing counts as saved that was not seen. @p context must
/// not outlive @p api.
[[nodiscard]] Pending<SaveOutcome> saveChanges(AuthApi &api, const Credential &credential, const User &base,
                                               const QList<Change> &changes, QObject *context);

} // namespace lanyard
