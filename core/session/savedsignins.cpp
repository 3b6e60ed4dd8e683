#include "core/session/savedsignins.h"

#include "core/secrets/secretstore.h"

namespace lanyard {

SavedSignIns::SavedSignIns(SecretStore &store, SavedAccounts &accounts, QObject *parent)
    : QObject(parent), m_store(store), m_accounts(accounts)
{
    connect(&accounts.laterWrite(), &LaterWrite::caughtUp, this, &SavedSignIns::written);
    connect(&store, &SecretStore::nameChanged, this, &SavedSignIns::storeNameChanged);
    connect(&store, &SecretStore::askingChanged, this, &SavedSignIns::askingChanged);
}

QString SavedSignIns::storeName() const
{
    return m_store.name();
}

bool SavedSignIns::isAsking() const
{
    return m_store.isAsking();
}

Pending<std::optional<Secret>> SavedSignIns::read(const SavedAccount &account)
{
    return m_store.read(account.keychainKey());
}

bool SavedSignIns::belongsToAnother(const SavedAccount &account)
{
    m_accounts.refresh(); // another process may have saved it
    const auto known = m_accounts.find(account.origin, account.userName);
    return mayHold(account) && !(known && !account.userId.isEmpty() && known->userId == account.userId);
}

QString SavedSignIns::acceptedName(const SavedAccount &account, const QString &userId)
{
    m_accounts.refresh(); // another process may have saved it
    const auto known = m_accounts.find(account.origin, account.userName);
    return known && known->userId == userId ? known->acceptedName : QString();
}

// Whether the keychain may have an entry for the account, judging by the operations started and recorded.
bool SavedSignIns::mayHold(const SavedAccount &account) const
{
    const auto known = m_accounts.find(account.origin, account.userName);
    return m_keeping.contains(account.keychainKey()) || (known && (known->kept || known->removalDue));
}

bool SavedSignIns::remember(SavedAccount account, bool kept, bool removalDue)
{
    account.kept = kept;
    account.removalDue = removalDue;
    return m_accounts.remember(account);
}

Pending<Done> SavedSignIns::keep(const SavedAccount &account, const Secret &secret)
{
    const QString key = account.keychainKey();
    m_accounts.refresh(); // another process may have saved it
    const bool mayHoldAnother = mayHold(account);
    const auto known = m_accounts.find(account.origin, account.userName);
    const bool wasKept = known && known->kept;
    // Recorded before it is tried: if the program ends in between, the next start removes the orphaned entry.
    if (!remember(account, wasKept, !wasKept))
        return completed<Done>(errorOf(Error::Kind::NotWritten));
    const quint64 intent = ++m_intents[key];
    m_keeping.insert(key);
    const auto noteWritten = [=, this](const Result<Done> &written) {
        bool noted = true;
        if (m_intents.value(key) == intent) {
            m_keeping.remove(key);
            noted = remember(account, written.ok(), !written && mayHoldAnother);
        }
        return noted || !written ? written : Result<Done>(errorOf(Error::Kind::NotWritten));
    };
    return m_store.write(key, secret).map<Done>(this, noteWritten, noteWritten);
}

Pending<Done> SavedSignIns::forget(const SavedAccount &account)
{
    m_accounts.refresh();
    // Recorded before it is tried: it must not come back if the program ends in between.
    if (!remember(account, false, mayHold(account)))
        Q_EMIT notWritten();
    m_keeping.remove(account.keychainKey());
    ++m_intents[account.keychainKey()];
    const auto noteRemoved = [this, account](const Result<Done> &removed) {
        noteRemoval(account, removed);
        // If nothing was ever saved there is nothing to report.
        return removed || !mayHold(account) ? Result<Done>(Done{}) : removed;
    };
    return m_store.remove(account.keychainKey()).map<Done>(this, noteRemoved, noteRemoved);
}

Pending<Done> SavedSignIns::open(const SavedAccount &account)
{
    return m_store.open(account.keychainKey()).map<Done>(this, [this](Done) -> Result<Done> {
        removeLeftBehind();
        return Done{};
    });
}

void SavedSignIns::removeLeftBehind()
{
    const QList<SavedAccount> accounts = m_accounts.accounts();
    for (const SavedAccount &account : accounts) {
        if (!account.removalDue || m_keeping.contains(account.keychainKey()))
            continue;
        m_store.removeUnasked(account.keychainKey()).then(this, [this, account](const Result<Done> &removed) {
            noteRemoval(account, removed);
        });
    }
}

// Not while the account is being saved again: the entry of that save may follow, and if the program ends before its
// outcome is recorded, the next start must still look for it.
void SavedSignIns::noteRemoval(const SavedAccount &account, const Result<Done> &removed)
{
    if (removed && !m_keeping.contains(account.keychainKey()) && !m_accounts.setRemoved(account))
        Q_EMIT notWritten();
}

} // namespace lanyard

#include "moc_savedsignins.cpp"
