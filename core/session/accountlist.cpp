#include "core/session/accountlist.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <utility>

namespace lanyard {

namespace {

constexpr qsizetype CountLimit = 50;

// A removed account stays only as long as it notes an entry.
void dropRemoved(QList<SavedAccount> &accounts)
{
    accounts.removeIf([](const SavedAccount &account) { return !account.isListed && !mayHaveEntry(account); });
}

// What is kept in the keychain is described by the row that says so.
SavedAccount merged(const SavedAccount &first, const SavedAccount &second)
{
    SavedAccount one = second.kept && !first.kept ? second : first;
    one.isListed = first.isListed || second.isListed;
    one.removalDue = !one.kept && (first.removalDue || second.removalDue);
    if (!one.lastUsed.isValid() || first.lastUsed > one.lastUsed)
        one.lastUsed = first.lastUsed;
    if (!one.lastUsed.isValid() || second.lastUsed > one.lastUsed)
        one.lastUsed = second.lastUsed;
    return one;
}

// The user was called otherwise when that row was written, and nothing in the keychain needs it.
QList<SavedAccount>::iterator formerRowOf(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    return std::find_if(accounts.begin(), accounts.end(), [&account](const SavedAccount &known) {
        return known.isListed && !mayHaveEntry(known) && !known.userId.isEmpty() && known.userId == account.userId &&
               known.origin == account.origin;
    });
}

void takeEntryFromOthers(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    const qsizetype own = indexOf(accounts, account);
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        if (i != own && accounts.at(i).sharesKeyWith(account))
            accounts[i].kept = accounts[i].removalDue = false;
    }
    dropRemoved(accounts);
}

// One row for each key and user, where the first of them was.
QList<SavedAccount> withTwinsMerged(const QList<SavedAccount> &accounts)
{
    QList<SavedAccount> all;
    QHash<std::pair<QString, QString>, qsizetype> rows; // by key and user
    for (const SavedAccount &account : accounts) {
        const auto who = std::pair(account.keychainKey(), account.userId);
        if (const auto twin = rows.constFind(who); twin != rows.cend()) {
            all[*twin] = merged(all.at(*twin), account);
            continue;
        }
        rows.insert(who, all.size());
        all.append(account);
    }
    return all;
}

// The keychain has one entry under a key: it is that of the row that says it is kept, else of the one used last.
void keepOneEntryOfEachKey(QList<SavedAccount> &accounts)
{
    const auto rank = [&accounts](qsizetype row) {
        return std::pair(accounts.at(row).kept, accounts.at(row).lastUsed);
    };
    QHash<QString, qsizetype> withEntry; // by key
    for (qsizetype row = 0; row < accounts.size(); ++row) {
        if (!mayHaveEntry(accounts.at(row)))
            continue;
        const QString key = accounts.at(row).keychainKey();
        const qsizetype other = withEntry.value(key, row);
        const qsizetype owner = rank(other) < rank(row) ? row : other;
        withEntry.insert(key, owner);
        if (const qsizetype without = owner == row ? other : row; without != owner)
            accounts[without].kept = accounts[without].removalDue = false;
    }
}

} // namespace

bool mayHaveEntry(const SavedAccount &account)
{
    return account.kept || account.removalDue;
}

QList<qsizetype> byRecency(const QList<SavedAccount> &accounts)
{
    QList<qsizetype> order(accounts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&accounts](qsizetype a, qsizetype b) {
        const QDateTime &first = accounts.at(a).lastUsed;
        const QDateTime &second = accounts.at(b).lastUsed;
        return first.isValid() && (!second.isValid() || first > second);
    });
    return order;
}

qsizetype indexOf(const QList<SavedAccount> &accounts, const SavedAccount &account)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        if (!accounts.at(i).isSameAs(account))
            continue;
        if (accounts.at(i).userId == account.userId)
            return i;
        found = found < 0 ? i : found;
    }
    return found;
}

QList<SavedAccount>::iterator rowOf(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    const qsizetype row = indexOf(accounts, account);
    return row < 0 ? accounts.end() : accounts.begin() + row;
}

void mergeTwins(QList<SavedAccount> &accounts)
{
    accounts = withTwinsMerged(accounts);
    keepOneEntryOfEachKey(accounts);
    dropRemoved(accounts);
}

void put(QList<SavedAccount> &accounts, SavedAccount account)
{
    if (mayHaveEntry(account))
        takeEntryFromOthers(accounts, account);
    auto row = rowOf(accounts, account);
    if (row == accounts.end())
        row = formerRowOf(accounts, account);
    if (row == accounts.end())
        return accounts.append(account);
    if (account.fullName.isEmpty())
        account.fullName = row->fullName;
    if (account.isListed && !row->isListed) { // added anew: its former place is no longer the user's wish
        accounts.erase(row);
        return accounts.append(account);
    }
    *row = account;
}

void setNotDue(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    const auto row = rowOf(accounts, account);
    if (row == accounts.end())
        return;
    row->removalDue = false;
    if (!row->isListed && !row->kept)
        accounts.erase(row);
}

void takeOut(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    const auto row = rowOf(accounts, account);
    if (row == accounts.end())
        return;
    if (!mayHaveEntry(*row)) {
        accounts.erase(row);
        return;
    }
    row->isListed = row->kept = false;
    row->removalDue = true;
}

void sort(QList<SavedAccount> &accounts, const QList<SavedAccount> &order)
{
    QList<qsizetype> rows; // where they are, in the new order
    for (const SavedAccount &account : order) {
        if (const qsizetype row = indexOf(accounts, account); row >= 0 && !rows.contains(row))
            rows.append(row);
    }
    QList<qsizetype> places = rows;
    std::sort(places.begin(), places.end());
    const QList<SavedAccount> before = accounts;
    for (qsizetype i = 0; i < rows.size(); ++i)
        accounts[places.at(i)] = before.at(rows.at(i));
}

void putInPlaceOf(QList<SavedAccount> &accounts, const SavedAccount &before, SavedAccount renamed)
{
    const auto row = rowOf(accounts, before);
    if (row == accounts.end() || before.isSameAs(renamed))
        return;
    renamed.lastUsed = row->lastUsed;
    if (const auto known = rowOf(accounts, renamed); known == accounts.end())
        accounts.insert(row, renamed);
    else
        known->isListed = true;
    takeOut(accounts, before);
}

void dropSpare(QList<SavedAccount> &accounts)
{
    qsizetype excess = accounts.size() - CountLimit;
    if (excess <= 0)
        return;
    const QList<qsizetype> order = byRecency(accounts);
    QList<bool> isSpare(accounts.size());
    for (auto it = order.crbegin(); it != order.crend() && excess > 0; ++it) { // NOLINT(modernize-loop-convert)
        if (!mayHaveEntry(accounts.at(*it))) {
            isSpare[*it] = true;
            --excess;
        }
    }
    QList<SavedAccount> left;
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        if (!isSpare.at(i))
            left.append(accounts.at(i));
    }
    accounts = left;
}

} // namespace lanyard
