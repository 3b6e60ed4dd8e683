#pragma once

#include "core/session/savedaccounts.h"

namespace lanyard {

// The changes to a list of accounts. Each may be made again to a list that it has been made to: SavedAccounts makes it
// to what another process has written meanwhile, too.

/// The positions in @p accounts, the most recently used first. Those for which no time is known come last: an older
/// version, which noted none, kept its file in that order.
[[nodiscard]] QList<qsizetype> byRecency(const QList<SavedAccount> &accounts);
/// The keychain has, or may still have, an entry for it: without its row it would never be found again. Of the rows
/// with one key, it is one at most.
[[nodiscard]] bool mayHaveEntry(const SavedAccount &account);
/// The row of @p account, or -1. One with the same id comes before one whose user is not known.
[[nodiscard]] qsizetype indexOf(const QList<SavedAccount> &accounts, const SavedAccount &account);
/// The row of @p account, or the end.
[[nodiscard]] QList<SavedAccount>::iterator rowOf(QList<SavedAccount> &accounts, const SavedAccount &account);
/// Makes one row of those that stand for one user with one name, as in a file that somebody has edited, and leaves one
/// row at most that notes what is in the keychain under one key.
void mergeTwins(QList<SavedAccount> &accounts);
/// In its place, or behind the others if it is new or had been removed. Where it notes an entry in the keychain, no
/// other row notes one under the same key any more.
void put(QList<SavedAccount> &accounts, SavedAccount account);
/// Nothing has to be removed from the keychain any more.
void setNotDue(QList<SavedAccount> &accounts, const SavedAccount &account);
/// The row goes, or is no longer listed until what the keychain may hold has been removed.
void takeOut(QList<SavedAccount> &accounts, const SavedAccount &account);
/// Accounts that are not in @p order keep their places.
void sort(QList<SavedAccount> &accounts, const QList<SavedAccount> &order);
/// @p renamed takes the place of @p before. What is in the keychain stays noted under the old name.
void putInPlaceOf(QList<SavedAccount> &accounts, const SavedAccount &before, SavedAccount renamed);
/// Drops the least recently used ones beyond fifty, but none that the keychain may hold an entry for.
void dropSpare(QList<SavedAccount> &accounts);

} // namespace lanyard
