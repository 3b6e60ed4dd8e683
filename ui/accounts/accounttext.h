#pragma once

#include "core/base/shortened.h"

class QModelIndex;

namespace lanyard {

class Workspace;
class Workspaces;

/// What is shown of an account in a list of accounts: plain text of a bounded length.
struct AccountText
{
    QString name; ///< the full name, or what stands for it
    QString userName;
    QString server;          ///< empty without an account
    QString needs;           ///< in words, with a mark if something is urgent; empty for nothing
    QString firstNeed;       ///< of these the most urgent
    bool isUrgent = false;   ///< nothing goes on there without the user
    bool isUserName = false; ///< the name is the user name, and part of where()

    /// All of it in one line, as it is also read aloud. In @p room it is shortened, but for what the account needs.
    [[nodiscard]] QString line() const;
    [[nodiscard]] QString line(int room, const TextWidth &width) const;
    /// User name and server; empty without an account.
    [[nodiscard]] QString where(int room, const TextWidth &width) const;
};

/// Of a row of Workspaces.
[[nodiscard]] AccountText accountText(const QModelIndex &account);

/// A sentence that tells @p workspace from the other accounts with the same user name at the same server; empty if
/// there are none.
[[nodiscard]] QString whichNamesake(const Workspaces &workspaces, const Workspace &workspace);

/// What the window of the current account is called: the user's name, and the server if another account has the same.
[[nodiscard]] QString accountTitle(const Workspaces &workspaces);

} // namespace lanyard
