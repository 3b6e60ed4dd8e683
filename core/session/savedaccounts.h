#pragma once

#include "core/base/laterwrite.h"
#include "core/base/statefile.h"
#include "core/http/credential.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace lanyard {

/// An account that has been used to sign in on this computer. Holds no secret.
struct SavedAccount
{
    Origin origin;
    QString userName;
    /// What the service accepted at sign-in, which need not be the name in the user's document: an e-mail address, or a
    /// domain and a name. Empty: not known.
    QString acceptedName = {};
    /// What the service called the user when their document was last read; empty: not known.
    QString fullName = {};
    QString userId = {}; ///< at the service, which may give a name to another user; empty: not known
    Credential::Kind kind = Credential::Kind::Token;
    bool plainHttp = false;  ///< the user agreed to an unencrypted connection
    bool kept = false;       ///< its token or key is in the keychain
    bool removalDue = false; ///< it should have been removed from the keychain, but could not be
    /// False: the user has removed it. The row stays only until nothing has to be removed from the keychain any more.
    bool isListed = true;
    std::optional<QDateTime> expiresAt;
    QDateTime lastUsed = {}; ///< in UTC; invalid: not known

    /// In characters; what is longer is cut off.
    static constexpr qsizetype FullNameLimit = 200;
    /// In characters; of a longer name that the service has for the user, the one before is kept.
    static constexpr qsizetype FollowedNameLimit = 1000;

    /// The full name, else the user name.
    [[nodiscard]] const QString &displayName() const { return fullName.isEmpty() ? userName : fullName; }
    /// Whether both have the same keychainKey(): that of one name at one service.
    [[nodiscard]] bool sharesKeyWith(const SavedAccount &other) const
    {
        return origin == other.origin && userName.compare(other.userName, Qt::CaseInsensitive) == 0;
    }
    /// Whether one row of the list can stand for both: the name is the same, and so is the user, as far as is known. A
    /// service may give a name to another user, who has a row of their own.
    [[nodiscard]] bool isSameAs(const SavedAccount &other) const
    {
        return sharesKeyWith(other) && (userId == other.userId || userId.isEmpty() || other.userId.isEmpty());
    }
    /// Whether it is the same user at the same service, by the ids or, where one is not known, by the names.
    [[nodiscard]] bool isSameUserAs(const SavedAccount &other) const
    {
        const bool haveIds = !userId.isEmpty() && !other.userId.isEmpty();
        return haveIds ? origin == other.origin && userId == other.userId : sharesKeyWith(other);
    }
    /// Whether a start with @p wantedOrigin and @p wantedName refers to this account; an empty one matches any.
    [[nodiscard]] bool matches(const Origin &wantedOrigin, const QString &wantedName) const
    {
        return (wantedOrigin.isEmpty() || origin == wantedOrigin) &&
               (wantedName.isEmpty() || userName.compare(wantedName, Qt::CaseInsensitive) == 0 ||
                acceptedName.compare(wantedName, Qt::CaseInsensitive) == 0);
    }
    /// The name to sign in with.
    [[nodiscard]] const QString &signInName() const { return acceptedName.isEmpty() ? userName : acceptedName; }
    /// The entry's key in the keychain: program, origin and user, because Windows looks up by key alone. The same for
    /// every spelling of the name.
    [[nodiscard]] QString keychainKey() const;
};

/// The accounts remembered on this computer, in the order that the user gave them; a new one comes last. Kept in a file
/// (see StateFile), into which each change is merged: what other processes have changed stays.
///
/// Beyond fifty, the least recently used ones are forgotten, but never one that has an entry in the keychain.
class SavedAccounts
{
public:
    /// @p file empty: in memory only.
    explicit SavedAccounts(QString file = {});

    /// The file exists and could not be used: the list is empty for that reason.
    [[nodiscard]] bool isUnusable() const { return m_file.isUnusable(); }
    /// All of them, also those that the user has removed, as long as the keychain may hold their sign-ins.
    [[nodiscard]] const QList<SavedAccount> &accounts() const { return m_accounts; }
    /// Those that the user has not removed.
    [[nodiscard]] QList<SavedAccount> listed() const;
    /// The row of @p account, listed or not.
    [[nodiscard]] std::optional<SavedAccount> find(const SavedAccount &account) const;
    /// A row of that name at @p origin, listed or not. There may be others, of other users.
    [[nodiscard]] std::optional<SavedAccount> find(const Origin &origin, const QString &userName) const;
    /// The one account that the entry under the key of @p account is noted for, kept or due for removal.
    [[nodiscard]] std::optional<SavedAccount> withEntryOf(const SavedAccount &account) const;
    /// The listed account that a start with @p origin and @p userName refers to (empty: any): one with a saved sign-in
    /// before others, the most recently used first.
    [[nodiscard]] std::optional<SavedAccount> bestMatch(const Origin &origin, const QString &userName) const;
    /// The servers of the listed accounts without duplicates, most recently used first.
    [[nodiscard]] QStringList servers() const;

    // Each of these is written at once, and returns false if it could not be; it is then written later.

    /// It has been used: it is listed, in its place or as the last one.
    bool remember(const SavedAccount &account);
    /// Its entry no longer has to be removed from the keychain.
    bool clearRemovalDue(const SavedAccount &account);
    /// The user removes it from the list. If the keychain may hold its sign-in, that is due for removal.
    bool remove(const SavedAccount &account);
    /// The user of @p before is called as in @p account now, which takes its place: as remove(), and of @p account
    /// nothing is in the keychain that was not there before.
    bool rename(const SavedAccount &before, const SavedAccount &account);
    /// The user's order. Accounts that are not in @p order keep their places.
    bool setOrder(const QList<SavedAccount> &order);

    // These are written within two seconds, or with the next of the above.

    /// It is being used.
    void touch(const SavedAccount &account);
    /// Notes the full name in @p account, if it is remembered.
    void setFullName(const SavedAccount &account);

    /// Reads the changes made by other processes.
    void refresh();

    /// For what could not be written.
    [[nodiscard]] const LaterWrite &laterWrite() const { return m_later; }

private:
    using Change = std::function<void(QList<SavedAccount> &)>;

    void load();
    [[nodiscard]] QDateTime timeOfUse() const;
    bool change(const Change &change);
    void changeSoon(const Change &change);
    [[nodiscard]] bool write();
    [[nodiscard]] QList<SavedAccount> changed(QList<SavedAccount> accounts) const;

    StateFile m_file;
    QList<SavedAccount> m_accounts;
    QList<Change> m_changes;                        // not in the file yet, in the order in which they were made
    LaterWrite m_later{[this] { return write(); }}; // declared last: it writes when it is destroyed
};

} // namespace lanyard
