// What could not be removed from the keychain is tried again.
#include "core/secrets/secretstore.h"
#include "core/session/savedsignins.h"

namespace lanyard {

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
        ++m_removing;
        m_store.removeUnasked(account.keychainKey()).then(this, [this, account](const Result<Done> &removed) {
            noteRemoval(account, removed);
            if (removed)
                Q_EMIT removedLater(account);
            --m_removing;
            settleOne();
        });
    }
}

// Not while the account is being saved again: the entry of that save may follow, and if the program ends before its
// outcome is recorded, the next start must still look for it.
void SavedSignIns::noteRemoval(const SavedAccount &account, const Result<Done> &removed)
{
    constexpr int soonerIfSilent = 12;
    if (!removed && mayHold(account))
        m_retry.start(removed.error().kind == Error::Kind::KeychainSilent ? m_retryAfter / soonerIfSilent
                                                                          : m_retryAfter);
    if (removed && !m_keeping.contains(account.keychainKey()) && !m_accounts.clearRemovalDue(account))
        Q_EMIT notWritten();
}

void SavedSignIns::settleOne()
{
    if (!isBusy())
        Q_EMIT settled();
}

} // namespace lanyard
