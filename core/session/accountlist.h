#pragma once

#include "core/session/savedaccounts.h"

namespace lanyard {

// The changes to a list of accounts. Each may be made again to a list that it has been made to: SavedAccounts makes it
// to what another process has written meanwhile, too.

/// The positions in @p accounts, the most recently used first. Those for which no time is known come last: an older
/// version, which noted none, kept its file in that order.
[[nodiscard]] QList<qsizetype> byRecency(const QList<SavedAccount> &accounts);
/// The row of @p account, or the end.
[[nodiscard]] QList<SavedAccount>::iterator rowOf(QList<SavedAccount> &accounts, const SavedAccount &account);
/// In its place, or behind the others if it is new or had been removed.
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
