#include "core/session/accountlist.h"

#include <algorithm>
#include <numeric>

namespace lanyard {

namespace {

constexpr qsizetype CountLimit = 50;

// The keychain has, or may still have, an entry for it: without its row it would never be found again.
bool isNeeded(const SavedAccount &account)
{
    return account.kept || account.removalDue;
}

} // namespace

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

QList<SavedAccount>::iterator rowOf(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    return std::find_if(accounts.begin(), accounts.end(),
                        [&account](const SavedAccount &known) { return known.isSameAs(account); });
}

void put(QList<SavedAccount> &accounts, SavedAccount account)
{
    const auto row = rowOf(accounts, account);
    if (row == accounts.end())
        return accounts.append(account);
    if (account.fullName.isEmpty())
        account.fullName = row->fullName;
    if (account.isListed && !row->isListed) { // added anew: its former place is no longer the user's wish
        accounts.erase(row);
        return accounts.append(account);
    }
    *row = account;
    // A file that somebody has edited may hold it twice.
    accounts.erase(std::remove_if(row + 1, accounts.end(),
                                  [&account](const SavedAccount &known) { return known.isSameAs(account); }),
                   accounts.end());
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
    if (!isNeeded(*row)) {
        accounts.erase(row);
        return;
    }
    row->isListed = row->kept = false;
    row->removalDue = true;
}

void sort(QList<SavedAccount> &accounts, const QList<SavedAccount> &order)
{
    QList<SavedAccount> sorted;
    for (const SavedAccount &account : order) {
        const auto row = rowOf(accounts, account);
        if (row != accounts.end() && rowOf(sorted, account) == sorted.end())
            sorted.append(*row);
    }
    qsizetype next = 0;
    for (SavedAccount &account : accounts) {
        const auto isSame = [&account](const SavedAccount &ordered) { return ordered.isSameAs(account); };
        if (next < sorted.size() && std::any_of(sorted.cbegin(), sorted.cend(), isSame))
            account = sorted.at(next++);
    }
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
        if (!isNeeded(accounts.at(*it))) {
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
