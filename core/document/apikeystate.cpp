// How usable a key is, by the time.
#include "core/base/utc.h"
#include "core/document/apikey.h"
#include "core/document/timeleft.h"

#include <algorithm>

namespace lanyard {

ApiKey::State ApiKey::state(const QDateTime &now) const
{
    if (doubledMember())
        return State::Unknown;
    const auto isRevoked = revoked();
    if (isRevoked.value_or(false))
        return State::Revoked;
    const ServiceMoment &end = m_read->expires;
    if (end.isKnown() && end.moment <= now)
        return State::Expired;
    if (m_read->isEmpty)
        return State::NoKey;
    if (begins().isKnown() && begins().moment > now)
        return State::NotYet;
    if (!isRevoked || otherMember() || isCreatedAfter(now) || end.kind == ServiceMoment::Kind::Unreadable)
        return State::Unknown;
    return end.isKnown() && daysLeft(now) <= ExpiringDays ? State::Expiring : State::Usable;
}

bool ApiKey::isCreatedAfter(const QDateTime &now) const
{
    const ServiceMoment &created = m_read->created;
    return created.isKnown() && created.moment > now && created.moment.addSecs(-DaySeconds) > now;
}

qint64 ApiKey::daysLeft(const QDateTime &now) const
{
    const ServiceMoment &end = m_read->expires;
    if (!end.isKnown())
        return -1;
    const qint64 seconds = now.secsTo(end.moment);
    return seconds <= 0 ? 0 : (seconds + DaySeconds - 1) / DaySeconds;
}

std::optional<QDateTime> ApiKey::nextChange(const QDateTime &now) const
{
    const bool hasEnd = m_read->expires.isKnown();
    if (doubledMember() || revoked().value_or(false) || (hasEnd && m_read->expires.moment <= now))
        return std::nullopt;
    std::optional<QDateTime> next;
    const auto add = [&](const QDateTime &moment) {
        if (moment > now && (!next || moment < *next))
            next = moment;
    };
    if (hasEnd) {
        add(m_read->expires.moment.addSecs(-std::clamp<qint64>(daysLeft(now) - 1, 0, ExpiringDays) * DaySeconds));
        add(nextTimeLeft(*this, now));
    }
    if (begins().isKnown())
        add(begins().moment);
    if (isCreatedAfter(now))
        add(m_read->created.moment.addSecs(-DaySeconds));
    return next;
}

} // namespace lanyard
