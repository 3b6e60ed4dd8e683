#include "core/session/savedsignins.h"

#include "core/secrets/secretstore.h"

#include <algorithm>

namespace lanyard {

SavedSignIns::SavedSignIns(SecretStore &store, SavedAccounts &accounts, std::chrono::milliseconds retryAfter,
                           QObject *parent)
    : QObject(parent), m_store(store), m_accounts(accounts), m_retryAfter(retryAfter)
{
    m_retry.setSingleShot(true);
    m_retry.callOnTimeout(this, &SavedSignIns::removeLeftBehind);
    connect(&accounts.laterWrite(), &LaterWrite::caughtUp, this, &SavedSignIns::written);
    connect(&store, &SecretStore::nameChanged, this, &SavedSignIns::storeNameChanged);
    connect(&store, &SecretStore::readinessChanged, this, [this] {
        if (m_retry.isActive())
            removeLeftBehind();
        Q_EMIT storeReadinessChanged();
    });
    connect(&store, &SecretStore::askingChanged, this, &SavedSignIns::askingChanged);
}

QString SavedSignIns::storeName() const
{
    return m_store.name();
}

bool SavedSignIns::isAsking(const QObject *session) const
{
    for (auto it = m_running.cbegin(); it != m_running.cend(); ++it) {
        if (it.value() == session && m_store.isAsking(it.key()))
            return true;
    }
    return false;
}

// Of @p call, the result; until then it is an operation of @p session.
template<typename T>
Pending<T> SavedSignIns::watched(const QString &key, const QObject *session, const Pending<T> &call)
{
    m_running.insert(key, session);
    const auto ended = [this, key, session](const auto &result) {
        if (const auto running = m_running.find(key, session); running != m_running.end())
            m_running.erase(running);
        return result;
    };
    return call.template map<T>(
        this, [ended](const T &value) { return ended(Result<T>(value)); }, ended);
}

Pending<std::optional<Secret>> SavedSignIns::read(const SavedAccount &account, const QObject *session)
{
    return watched(account.keychainKey(), session, m_store.read(account.keychainKey()));
}

void SavedSignIns::beginTelling(const QObject &calls)
{
    ++m_telling;
    connect(&calls, &QObject::destroyed, this, [this] {
        --m_telling;
        settleOne();
    });
}

bool SavedSignIns::belongsToAnother(const SavedAccount &account)
{
    m_accounts.refresh(); // another process may have saved it
    const auto noted = m_accounts.withEntryOf(account);
    return mayHold(account) && !(noted && !account.userId.isEmpty() && noted->userId == account.userId);
}

QString SavedSignIns::acceptedName(const SavedAccount &account, const QString &userId)
{
    m_accounts.refresh(); // another process may have saved it
    const auto known = m_accounts.find(account);
    return known && known->userId == userId ? known->acceptedName : QString();
}

// Whether the keychain may have an entry for the account, judging by the operations started and recorded.
bool SavedSignIns::mayHold(const SavedAccount &account) const
{
    return m_keeping.contains(account.keychainKey()) || m_accounts.withEntryOf(account);
}

// The service has given the name of one user to another, whose sign-in is in the keychain.
bool SavedSignIns::isAnothers(const SavedAccount &account) const
{
    const auto noted = m_accounts.withEntryOf(account);
    return noted && !noted->isSameAs(account);
}

bool SavedSignIns::isHolder(const SavedAccount &account, const QObject *session) const
{
    return m_holders.value(account.keychainKey()).contains(session);
}

bool SavedSignIns::isHeld(const SavedAccount &account) const
{
    const auto holders = m_holders.value(account.keychainKey());
    return std::any_of(holders.cbegin(), holders.cend(), [](const auto &session) { return !session.isNull(); });
}

bool SavedSignIns::hold(const SavedAccount &account, const QObject *session)
{
    m_accounts.refresh(); // another process may have removed it
    const auto known = m_accounts.find(account);
    if (!known || !known->kept)
        return false;
    m_holders[account.keychainKey()].append(session);
    return true;
}

bool SavedSignIns::remember(SavedAccount account, bool kept, bool removalDue)
{
    account.kept = kept;
    account.removalDue = removalDue;
    return m_accounts.remember(account);
}

Pending<Done> SavedSignIns::keep(const SavedAccount &account, const Secret &secret, const QObject *session)
{
    const QString key = account.keychainKey();
    m_accounts.refresh(); // another process may have saved it
    const bool mayHoldAnother = mayHold(account);
    const auto known = m_accounts.find(account);
    // Recorded before it is tried: if the program ends in between, the entry is either the one before or the new one.
    // What is recorded has to be true of both; where it cannot be, the next start removes the entry.
    const bool isLikeBefore = known && known->kept && known->kind == account.kind && known->userId == account.userId;
    SavedAccount either = account;
    if (isLikeBefore && known->expiresAt != account.expiresAt)
        either.expiresAt.reset();
    if (!remember(either, isLikeBefore, !isLikeBefore))
        return completed<Done>(errorOf(Error::Kind::NotWritten));
    const quint64 intent = ++m_intents[key];
    m_keeping.insert(key);
    const auto noteWritten = [=, this](const Result<Done> &written) {
        bool noted = true;
        if (m_intents.value(key) == intent) {
            m_keeping.remove(key);
            noted = remember(account, written.ok(), !written && (mayHoldAnother || written.error().mayBeWritten));
        }
        return noted || !written ? written : Result<Done>(errorOf(Error::Kind::NotWritten));
    };
    auto kept = watched(key, session, m_store.write(key, secret)).map<Done>(this, noteWritten, noteWritten);
    m_holders.insert(key, {session});
    Q_EMIT holdersChanged(key);
    return kept;
}

Pending<Done> SavedSignIns::forget(const SavedAccount &account, const QObject *session, bool isInUse)
{
    const QString key = account.keychainKey();
    m_holders[key].removeAll(session);
    m_accounts.refresh();
    if (isHeld(account) || isAnothers(account)) {
        if (isInUse && isAnothers(account) && !remember(account, false, false))
            Q_EMIT notWritten();
        return completed<Done>(Done{});
    }
    const auto known = m_accounts.find(account);
    const bool isRemoved = !isInUse && known && !known->isListed && known->removalDue; // it must not be listed again
    // Recorded before it is tried: it must not come back if the program ends in between.
    if (!isRemoved && !remember(account, false, mayHold(account)))
        Q_EMIT notWritten();
    m_keeping.remove(key);
    ++m_intents[key];
    auto forgotten = removed(account, session);
    Q_EMIT holdersChanged(key); // whoever stores another sign-in there does so after the removal
    return forgotten;
}

Pending<Done> SavedSignIns::forgetAgain(const SavedAccount &account, const QObject *session)
{
    m_accounts.refresh();
    const auto known = m_accounts.find(account);
    if (!known || !known->removalDue || m_keeping.contains(account.keychainKey()))
        return completed<Done>(Done{});
    return removed(account, session);
}

Pending<Done> SavedSignIns::removed(const SavedAccount &account, const QObject *session)
{
    const auto noteRemoved = [this, account](const Result<Done> &result) {
        noteRemoval(account, result);
        // If nothing was ever saved there is nothing to report.
        return result || !mayHold(account) ? Result<Done>(Done{}) : result;
    };
    const QString key = account.keychainKey();
    return watched(key, session, m_store.remove(key)).map<Done>(this, noteRemoved, noteRemoved);
}

// First the sign-in: if the program ends in between, the account is signed out, and still there to be removed.
Pending<Done> SavedSignIns::remove(const SavedAccount &account, const QObject *session)
{
    Pending<Done> forgotten = forget(account, session);
    unlist(account);
    return forgotten;
}

void SavedSignIns::unlist(const SavedAccount &account)
{
    if (!m_accounts.remove(account))
        Q_EMIT notWritten();
}

void SavedSignIns::rename(const SavedAccount &before, const SavedAccount &account)
{
    if (!m_accounts.rename(before, account))
        Q_EMIT notWritten();
}

void SavedSignIns::noteFullName(const SavedAccount &account)
{
    m_accounts.setFullName(account);
}

} // namespace lanyard

#include "moc_savedsignins.cpp"
