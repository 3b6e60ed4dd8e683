#include "core/session/requestedaccount.h"

#include "core/base/serveraddress.h"

namespace lanyard {

namespace {

// A known address is used as it is, whatever else it looks like.
Result<Origin> originFrom(const SavedAccounts &accounts, const QString &server)
{
    const auto asTyped = Origin::parse(server);
    return asTyped && accounts.servers().contains(asTyped.value().text()) ? asTyped
                                                                          : Origin::parse(serverAddressFrom(server));
}

} // namespace

RequestedAccount requestedAccount(const SavedAccounts &accounts, const QString &server, const QString &userName)
{
    const auto origin = originFrom(accounts, server);
    RequestedAccount requested;
    requested.isUnreadable = !origin && !server.isEmpty();
    requested.account.origin = origin ? origin.value() : Origin();
    requested.account.userName = userName;
    if (requested.isUnreadable)
        return requested;
    const auto known = accounts.bestMatch(requested.account.origin, userName);
    requested.isKnown = known.has_value();
    if (known)
        requested.account = *known;
    else if (const auto last = accounts.bestMatch({}, {}); last && server.isEmpty())
        requested.account.origin = last->origin;
    return requested;
}

bool isRequested(const SavedAccount &account, const SavedAccounts &accounts, const QString &server,
                 const QString &userName)
{
    const auto origin = originFrom(accounts, server);
    return (origin || server.isEmpty()) && account.matches(origin ? origin.value() : Origin(), userName);
}

} // namespace lanyard
