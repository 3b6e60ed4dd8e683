#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"
#include "core/secrets/secretstore.h"
#include "core/session/savedaccounts.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace lanyard {

/// Saves sign-ins in the keychain and removes them again. Records in the list of accounts what the keychain holds, and
/// what should have been removed but could not be: that is retried every minute, where it needs no prompt, when the
/// keychain is unlocked or another one takes its place, and of one that did not answer twelve times as often.
///
/// One for all sessions of the program, and it outlives them: only an object that knows what each of them is saving can
/// tell which entries nobody will look for, and a save that a session started is recorded after that session is gone.
///
/// An entry is that of its holders: of the session that stored it last, and of those that were restored from it. A
/// session that is not one of them cannot remove it while there are any, nor can one of another user, ever.
class SavedSignIns : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. @p retryAfter: what could not be removed is tried again.
    SavedSignIns(SecretStore &store, SavedAccounts &accounts,
                 std::chrono::milliseconds retryAfter = std::chrono::minutes(1), QObject *parent = nullptr);

    [[nodiscard]] QString storeName() const;
    [[nodiscard]] SecretStore::Readiness storeReadiness() const { return m_store.readiness(); }
    /// The keychain itself is asking the user about an operation of @p session (see SecretStore::isAsking()).
    [[nodiscard]] bool isAsking(const QObject *session) const;
    /// Whether part of the list could not be written yet; the write is retried and ends in written().
    [[nodiscard]] bool isBehind() const { return m_accounts.laterWrite().isBehind(); }
    /// Whether a service is being told that a session has ended there, or what was left behind is being removed; then,
    /// if it was the last, settled().
    [[nodiscard]] bool isBusy() const { return m_telling > 0 || m_removing > 0; }
    /// A service is, until @p calls has been destroyed.
    void beginTelling(const QObject &calls);
    /// Whether the keychain may have the sign-in of another user under the name of @p account. A user whose id is not
    /// known, recorded by an older version, counts as another.
    [[nodiscard]] bool belongsToAnother(const SavedAccount &account);
    /// The name that the service accepted at an earlier sign-in of the user with @p userId as @p account; empty: none.
    [[nodiscard]] QString acceptedName(const SavedAccount &account, const QString &userId);
    [[nodiscard]] Pending<std::optional<Secret>> read(const SavedAccount &account, const QObject *session);
    /// @p session has been restored as @p account. False: the entry it was read from has been removed meanwhile.
    [[nodiscard]] bool hold(const SavedAccount &account, const QObject *session);
    [[nodiscard]] bool isHolder(const SavedAccount &account, const QObject *session) const;
    /// Whether any session that exists is a holder.
    [[nodiscard]] bool isHeld(const SavedAccount &account) const;
    /// Remembers @p account, and that its sign-in is saved if that succeeds. @p session is its only holder from now on.
    /// NotWritten: what the keychain would hold, or holds, could not be recorded; the next start would not find it.
    [[nodiscard]] Pending<Done> keep(const SavedAccount &account, const Secret &secret, const QObject *session);
    /// @p session is no longer a holder. Remembers @p account as not saved and removes its entry from the keychain,
    /// unless that is another's. An error: the entry still exists.
    [[nodiscard]] Pending<Done> forget(const SavedAccount &account, const QObject *session)
    {
        return forget(account, session, false);
    }
    /// As forget(), after a sign-in that is not to be saved: @p account is listed, whatever was removed before.
    [[nodiscard]] Pending<Done> doNotKeep(const SavedAccount &account, const QObject *session)
    {
        return forget(account, session, true);
    }
    /// Removes what forget() could not, unless something else has been saved there since.
    [[nodiscard]] Pending<Done> forgetAgain(const SavedAccount &account, const QObject *session);
    /// As forget(), and the user does not want @p account in the list any more.
    [[nodiscard]] Pending<Done> remove(const SavedAccount &account, const QObject *session);
    /// The second half of that, for an account that forget() was called for.
    void unlist(const SavedAccount &account);
    /// The user of @p before is called as in @p account now, which takes its place in the list. The sign-in stays where
    /// it is.
    void rename(const SavedAccount &before, const SavedAccount &account);
    /// Notes the full name in @p account, if that is remembered.
    void noteFullName(const SavedAccount &account);
    /// Has the system ask the user to open the keychain (see SecretStore::open()), then removes what was left behind.
    [[nodiscard]] Pending<Done> open(const SavedAccount &account);
    /// Removes what could not be removed before, where that needs no prompt.
    void removeLeftBehind();

Q_SIGNALS:
    void settled();
    void storeNameChanged();
    void storeReadinessChanged();
    void askingChanged();
    /// An entry has another holder, or is being removed.
    void holdersChanged(const QString &key);
    /// A removal from the keychain could not be recorded. Where the entry could not be removed either, the next start
    /// would find the sign-in again, unless one of the two succeeds before: both are retried (see unrecordedText()).
    void notWritten();
    /// It has now been recorded.
    void written();
    /// What could not be removed before is no longer in the keychain.
    void removedLater(const lanyard::SavedAccount &account);

private:
    [[nodiscard]] Pending<Done> forget(const SavedAccount &account, const QObject *session, bool isInUse);
    [[nodiscard]] bool remember(SavedAccount account, bool kept, bool removalDue);
    [[nodiscard]] bool mayHold(const SavedAccount &account) const;
    [[nodiscard]] bool isAnothers(const SavedAccount &account) const;
    [[nodiscard]] Pending<Done> removed(const SavedAccount &account, const QObject *session);
    template<typename T>
    [[nodiscard]] Pending<T> watched(const QString &key, const QObject *session, const Pending<T> &call);
    void settleOne();
    void noteRemoval(const SavedAccount &account, const Result<Done> &removed);

    SecretStore &m_store;
    SavedAccounts &m_accounts;
    QHash<QString, quint64> m_intents; // by key, how often it was to be kept or forgotten: the last one counts
    int m_telling = 0;
    int m_removing = 0;
    std::chrono::milliseconds m_retryAfter;
    QTimer m_retry;                                           // of removals
    QSet<QString> m_keeping;                                  // keys whose outcome is still unknown
    QHash<QString, QList<QPointer<const QObject>>> m_holders; // by key
    QMultiHash<QString, const QObject *> m_running;           // by key, the sessions whose operations they are
};

} // namespace lanyard
