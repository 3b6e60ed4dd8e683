#pragma once

#include "core/session/savedaccounts.h"

namespace lanyard {

/// The account that a start of the program asks for with a server and a user name, either of which may be empty.
struct RequestedAccount
{
    SavedAccount account;      ///< a known one if there is one that matches; otherwise with what is known of it
    bool isKnown = false;      ///< it is remembered on this computer
    bool isUnreadable = false; ///< the server is not an address; the account is then without one
};

/// With nothing asked for, the most recently used account; with a user whom no account has, the server of that one.
[[nodiscard]] RequestedAccount requestedAccount(const SavedAccounts &accounts, const QString &server,
                                                const QString &userName);
/// Whether @p account is one that they ask for.
[[nodiscard]] bool isRequested(const SavedAccount &account, const SavedAccounts &accounts, const QString &server,
                               const QString &userName);

} // namespace lanyard
