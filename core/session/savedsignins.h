#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"
#include "core/session/savedaccounts.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace lanyard {

class SecretStore;

/// Keeps sign-ins in the keychain and takes them out again. Notes in the list of accounts what is there, and what
/// should not be there any more but could not be removed: that is tried again at every chance.
class SavedSignIns : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SavedSignIns(SecretStore &store, SavedAccounts &accounts, QObject *parent = nullptr);

    [[nodiscard]] QString storeName() const;
    /// The keychain itself asks the user about something that was begun here (see SecretStore::isAsking()).
    [[nodiscard]] bool isAsking() const;
    [[nodiscard]] Pending<std::optional<Secret>> read(const SavedAccount &account);
    /// Remembers @p account, and that it is kept if that succeeds. NotWritten: what the keychain would hold, or holds,
    /// could not be noted; the next start would not find it.
    [[nodiscard]] Pending<Done> keep(const SavedAccount &account, const Secret &secret);
    /// Remembers @p account as not kept and removes what the keychain holds of it. An error: it is still there.
    [[nodiscard]] Pending<Done> forget(const SavedAccount &account);
    /// Has the person asked for what opens the keychain (see SecretStore::open()), then removes what was left behind.
    [[nodiscard]] Pending<Done> open(const SavedAccount &account);
    /// Removes what could not be removed before, where that can be done without a question.
    void removeLeftBehind();

Q_SIGNALS:
    void storeNameChanged();
    void askingChanged();
    /// What was taken out of the keychain could not be noted. It does no harm: the next start looks for it in vain.
    void notWritten();
    /// It is by now.
    void written();

private:
    [[nodiscard]] bool remember(SavedAccount account, bool kept, bool removalDue);
    [[nodiscard]] bool mayHold(const SavedAccount &account) const;

    SecretStore &m_store;
    SavedAccounts &m_accounts;
    QHash<QString, quint64> m_intents; // by key, how often it was to be kept or forgotten: the last one counts
    QSet<QString> m_keeping;           // keys of which it is not known yet
};

} // namespace lanyard
