#pragma once

#include "core/document/apikey.h"

#include <QByteArray>
#include <QList>

namespace lanyard {

/// Whose keys a calendar is about.
struct KeysOwner
{
    QString server; ///< the address of the service
    QString userId;
    QString userName;
};

/// Whether there is something to be reminded of: @p key works, or may, until a known moment after @p now.
[[nodiscard]] bool hasReminder(const ApiKey &key, const QDateTime &now);

/// A calendar (RFC 5545) with an event for each of @p keys that hasReminder(): at the moment when the key expires,
/// or all day if the service names a date alone; with alarms a week and a day before and then, as far as they are
/// ahead. The same key has the same UID in every calendar, so that a later one replaces the event: @p keys are all that
/// the owner has, and @p only is the position of the one that the calendar is about, -1 for all. Holds no secret. Empty
/// if there is no event.
[[nodiscard]] QByteArray keyReminders(const QList<ApiKey> &keys, const KeysOwner &owner, const QDateTime &now,
                                      int only = -1);

} // namespace lanyard
